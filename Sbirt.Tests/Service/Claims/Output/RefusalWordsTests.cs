using System.Text.RegularExpressions;
using Sbirt.FhirAdapter.Claims;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Output;

public sealed class RefusalWordsTests
{
    [Fact]
    public void Every_reason_a_reader_of_claims_gives_has_its_words()
    {
        var resources = typeof(ClaimLineReasons).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        string[] others = [PartReading.NoClaimFile, PartReading.SpreadResource, Identification.Ambiguous];
        resources.Concat(others).Concat(Written("Uke")).Except(RefusalWords.Reasons).ShouldBeEmpty();
    }

    [Fact]
    public void Words_end_with_a_full_stop_and_name_nothing_of_the_line() =>
        RefusalWords.Reasons.Select(RefusalWords.Of).ShouldAllBe(words => words.EndsWith('.') && !words.Contains('{', StringComparison.Ordinal));

    // The readers of billing files write their reasons where they find the fault.
    private static IEnumerable<string> Written(string folder) =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "Sbirt.Service", "Claims", folder), "*.cs")
        from Match reason in Regex.Matches(File.ReadAllText(file), "\"([a-z]+(?:-[a-z]+)+)\"")
        select reason.Groups[1].Value;
}
