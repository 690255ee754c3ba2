using System.Text.RegularExpressions;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>docs/content-sources.md says of every instrument, and of every LOINC code, what the content says.</summary>
public sealed partial class LedgerTests
{
    /// <summary>The instruments the project promises.</summary>
    private static readonly string[] Promised =
    [
        "audit", "audit-c", "usaudit", "usaudit-c", "cage", "niaaa-single", "dudit", "dast-10", "assist", "sds", "taps-1",
        "nida-qs", "phq-2", "phq-9", "gad-7", "k6", "c-ssrs", "lost", "pgsi", "tds", "ftnd", "crafft", "pawss", "ciwa-ar",
        "cows", "ort", "health-check-drinking",
    ];

    private static readonly string[] Ledger = File.ReadAllLines(Repository.PathOf("docs", "content-sources.md"));

    private static IEnumerable<Instrument> Instruments => Shipped.Content.Instruments.Instruments;

    [Fact]
    public void Every_promised_instrument_is_there_and_no_other() =>
        Instruments.Select(instrument => instrument.Id).ShouldBe(Promised, ignoreOrder: true);

    [Fact]
    public void Assist_asks_about_ten_substances() =>
        Shipped.Instrument("assist").Scales.Count(scale => scale.Id != "any-use").ShouldBe(10);

    [Fact]
    public void Every_instrument_file_has_one_row_with_the_same_wording_status()
    {
        var rows = Ledger.Select(line => InstrumentRow().Match(line)).Where(match => match.Success)
            .Select(match => $"{match.Groups["id"].Value} {match.Groups["ja"].Value} {match.Groups["en"].Value}");

        rows.ShouldBe(
            Instruments.Select(each => $"{each.Id} {Word(each.Licence.Ja)} {Word(each.Licence.En)}"),
            ignoreOrder: true);
        Instruments.Count().ShouldBe(ContentFile.Embedded("Instruments").Count(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_loinc_code_stands_in_the_content_that_is_not_in_the_verified_list_of_the_ledger()
    {
        // Source of the list: the verified list in docs/content-sources.md.
        var verified = Ledger.SkipWhile(line => line != "## Verified LOINC codes")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Code().Matches(line.Split('|')[1]).Select(match => match.Value))
            .ToList();

        verified.ShouldBeUnique();
        verified.ShouldAllBe(code => LoincCode.IsValid(code));
        Instruments.SelectMany(CodesOf).Where(code => code.System == CodeSystems.Loinc).Select(code => code.Value)
            .Distinct().Except(verified).ShouldBeEmpty();
    }

    private static IEnumerable<Code> CodesOf(Instrument instrument) =>
    [
        .. instrument.Codes,
        .. instrument.Scales.SelectMany(scale => scale.Codes),
        .. instrument.Items.SelectMany(item => item.Codes),
        .. instrument.Items.SelectMany(item => item.Options).SelectMany(option => option.Codes),
    ];

    private static string Word(WordingStatus status) => status switch
    {
        WordingStatus.Published => "published",
        WordingStatus.Reference => "reference",
        _ => "notShipped",
    };

    [GeneratedRegex(@"^\| `(?<id>[a-z0-9-]+)` \|[^|]*\|[^|]*\| (?<ja>\w+) \| (?<en>\w+) \|")]
    private static partial Regex InstrumentRow();

    [GeneratedRegex(@"(?:LA)?[0-9]+-[0-9]")]
    private static partial Regex Code();
}
