using System.Reflection;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Architecture;

public sealed class ProjectsTests
{
    private static readonly Assembly Content = typeof(Sbirt.Content.Person).Assembly;
    private static readonly Assembly Service = typeof(Sbirt.Service.SbirtHost).Assembly;

    [Fact]
    public void Content_references_nothing_of_ours() => OurReferences(Content).ShouldBeEmpty();

    [Fact]
    public void FhirAdapter_references_only_content() =>
        OurReferences(Assembly.Load("Sbirt.FhirAdapter")).ShouldBe(["Sbirt.Content"]);

    [Fact]
    public void Nobody_references_the_service() =>
        OurReferences(Content).Concat(OurReferences(Assembly.Load("Sbirt.FhirAdapter"))).ShouldNotContain("Sbirt.Service");

    [Theory]
    [InlineData("Sbirt.Content", "System.Text.Json")]
    [InlineData("Sbirt.Content", "resourceType")]
    [InlineData("Sbirt.Content", "Microsoft.AspNetCore")]
    [InlineData("Sbirt.Content", "System.Net.Http")]
    [InlineData("Sbirt.Content", "System.IO.File")]
    [InlineData("Sbirt.FhirAdapter", "Microsoft.AspNetCore")]
    [InlineData("Sbirt.FhirAdapter", "HandlebarsDotNet")]
    [InlineData("Sbirt.Service", "HandlebarsDotNet")]
    public void Folder_does_not_speak_of(string folder, string word) =>
        Repository.Files(folder, "*.cs")
            .Where(path => File.ReadAllText(path).Contains(word, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Handlebars_is_used_only_by_handouts() =>
        Repository.Files("Sbirt.Content", "*.cs")
            .Where(path => File.ReadAllText(path).Contains("HandlebarsDotNet", StringComparison.Ordinal))
            .ShouldAllBe(path => path.Contains($"{Path.DirectorySeparatorChar}Handouts{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void Folders_are_named_for_ideas_and_not_for_kinds_of_code()
    {
        string[] kinds = ["Helpers", "Helper", "Utils", "Utilities", "Common", "Models", "Interfaces", "Services", "Misc", "Shared"];
        Repository.Files(".", "*.cs")
            .SelectMany(path => Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).SkipLast(1))
            .Distinct()
            .Intersect(kinds)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Types_say_what_they_do()
    {
        string[] empty = ["Manager", "Helper", "Processor", "Handler", "Info", "Utils", "Data"];
        new[] { Content, Assembly.Load("Sbirt.FhirAdapter"), Service }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("Sbirt", StringComparison.Ordinal) == true)
            .Where(type => empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Source_files_stay_short_enough_to_read() =>
        new[] { "Sbirt.Content", "Sbirt.FhirAdapter", "Sbirt.Service" }
            .SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(path => File.ReadLines(path).Count() > 250)
            .ShouldBeEmpty();

    private static IEnumerable<string> OurReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Sbirt", StringComparison.Ordinal));
}
