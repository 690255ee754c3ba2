using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Report;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims;

public sealed partial class ScanReportTests : IDisposable
{
    private const string Outpatient = "1112";

    private readonly ClaimFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task C11_no_count_of_one_to_nine_persons_stands_in_any_table_or_picture()
    {
        await ScanAsync(reached: 12, approaching: 3);
        var page = Page();
        var found = page.QuerySelector("#ja-found")!.ParentElement!.QuerySelector("tbody tr")!.Children.Skip(1).Select(cell => cell.TextContent);
        found.ShouldBe(["12", "∗", "0", "0"]);
        page.QuerySelector("#ja-distribution")!.ParentElement!.QuerySelectorAll("tbody tr").Select(row => row.Children[1].TextContent).ShouldBe(["∗", "0", "0", "0", "0", "0", "∗", "12"]);
        foreach (var part in new[] { "found", "sex-age", "distribution", "left-out" })
        {
            var section = page.QuerySelector($"#ja-{part}")!.ParentElement!;
            section.QuerySelectorAll("td.n, tfoot td, svg text:not(.tick)").Select(cell => cell.TextContent).ShouldAllBe(text => !SmallNumber().IsMatch(text));
        }
    }

    [Fact]
    public async Task The_report_is_the_same_to_the_byte_and_lies_with_the_other_results()
    {
        await ScanAsync(reached: 11, approaching: 11);
        var first = folder.Text("report.html");
        await folder.ScanAsync(threads: 2, partBytes: 3_000);
        folder.Text("report.html").ShouldBe(first);
        Directory.GetFiles(folder.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["findings.ndjson", "refused.ndjson", "report.html", "run.json", "summary.json"]);
    }

    [Fact]
    public async Task Both_languages_have_the_same_numbers_and_every_picture_its_table()
    {
        await ScanAsync(reached: 14, approaching: 25);
        var page = Page();
        var (ja, en) = (page.QuerySelector("#ja")!, page.QuerySelector("#en")!);
        Numbers(ja).ShouldBe(Numbers(en));
        ja.QuerySelectorAll("figure svg[role=img]").Length.ShouldBeGreaterThan(2);
        page.QuerySelectorAll("figure > svg").ShouldAllBe(chart => chart.QuerySelector("title")!.TextContent.Length > 2 && chart.QuerySelector("desc")!.TextContent.Length > 5);
        page.QuerySelectorAll("figure").ShouldAllBe(figure => figure.ParentElement!.QuerySelectorAll("table tbody tr").Length > 0);
        page.QuerySelectorAll("[id]").GroupBy(each => each.Id).ShouldAllBe(same => same.Count() == 1);
        page.QuerySelectorAll("th").ShouldAllBe(head => head.HasAttribute("scope"));

        static List<string> Numbers(IElement tongue) => [.. tongue.QuerySelectorAll("td.n, dd").Select(cell => cell.TextContent)];
    }

    [Fact]
    public async Task The_report_runs_nothing_fetches_nothing_and_names_nobody()
    {
        await ScanAsync(reached: 10, approaching: 10);
        var (text, page) = (folder.Text("report.html"), Page());
        page.QuerySelectorAll("script, img, link, iframe, object, [style]").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(each => each.Attributes).ShouldAllBe(attribute => !attribute.Name.StartsWith("on", StringComparison.Ordinal) && !attribute.Value.Contains("://", StringComparison.Ordinal));
        var style = page.QuerySelector("style")!.TextContent;
        page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!.ShouldContain(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style))));
        foreach (var finding in folder.Lines("findings.ndjson"))
        {
            text.ShouldNotContain(finding.GetProperty("person").GetString()!);
        }
    }

    [Fact]
    public async Task What_was_refused_and_does_not_reconcile_is_told()
    {
        folder.Write("1.UKE", UkeTexts.Bytes(UkeTexts.Head, UkeTexts.Receipt(1, month: "202613"), UkeTexts.Insured("1"), UkeTexts.Receipt(2), UkeTexts.Insured("2"), "GO,7,3500,99"));
        await folder.ScanAsync();
        var reading = Page().QuerySelector("#en-reading")!.ParentElement!.TextContent;
        reading.ShouldContain("In 1 places totals disagree");
        reading.ShouldContain("no month of care");
        reading.ShouldContain("1.UKE");
    }

    [Fact]
    public void Every_reason_of_a_refusal_has_a_name_in_the_report() => RefusalWords.Reasons.Where(reason => !RefusalNames.Knows(reason)).ShouldBeEmpty();

    [Fact]
    public async Task The_report_speaks_as_all_our_texts_do()
    {
        await ScanAsync(reached: 10, approaching: 10);
        var lint = WordingLint.LoadShipped();
        foreach (var (tongue, language) in new[] { ("#ja", Language.Ja), ("#en", Language.En) })
        {
            var page = Page();
            // Sources are quoted as they were published.
            page.QuerySelectorAll("#ja-how td, #en-how td").ToList().ForEach(each => each.Remove());
            page.QuerySelector(tongue)!.QuerySelectorAll("h1, h2, h3, p, li, th, td, dt, figcaption").SelectMany(each => lint.Check(each.TextContent, language, "report.html")).ShouldBeEmpty();
        }
    }

    private async Task ScanAsync(int reached, int approaching)
    {
        for (var institution = 1; institution <= 20; institution++)
        {
            var persons = Enumerable.Range(1, institution <= 15 ? reached + approaching : reached).ToList();
            folder.Write($"{institution:D2}.UKE", institution, [.. persons.Select(person => (person, Outpatient)), .. institution == 1 ? Enumerable.Range(900, 40).Select(person => (person, Outpatient)) : []]);
        }

        await folder.ScanAsync();
    }

    private IDocument Page() => new HtmlParser().ParseDocument(folder.Text("report.html"));

    [GeneratedRegex("^[1-9]$")]
    private static partial Regex SmallNumber();
}
