using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Attacks;

/// <summary>docs/threats.md lists what is tested, and nothing else is called tested.</summary>
public sealed partial class ThreatListTests
{
    [Fact]
    public void The_published_list_of_threats_is_the_list_of_tests()
    {
        var listed = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "threats.md"))).Select(match => match.Groups[1].Value).ToList();

        listed.ShouldBeUnique();
        listed.Order(StringComparer.Ordinal).ShouldBe(Tested().Order(StringComparer.Ordinal));
    }

    /// <summary>The ids at the beginning of test names.</summary>
    private static IEnumerable<string> Tested() => typeof(ThreatListTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
        .Select(method => Id().Match(method.Name))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value)
        .Distinct();

    [GeneratedRegex(@"^([A-Z]\d+)_", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| ([A-Z]\d+) \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
