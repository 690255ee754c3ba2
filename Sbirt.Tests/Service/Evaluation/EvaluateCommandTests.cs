using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Evaluation;

public sealed partial class EvaluateCommandTests(EvaluationFixture fixture) : IClassFixture<EvaluationFixture>, IDisposable
{
    private readonly EvaluationCase made = fixture.Made.Copy();

    public void Dispose() => made.Dispose();

    [Fact]
    public async Task A_planted_fall_is_found_beside_the_waiting_list_and_the_placebo_shows_what_falls_by_itself()
    {
        var run = await made.EvaluateAsync("out", "--waiting", "waiting.csv");

        run.ExitCode.ShouldBe(0, run.Errors);
        Directory.GetFileSystemEntries(Path.Combine(made.Path, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["evaluation.html", "evaluation.json"]);
        var json = made.Json("out");
        json.GetProperty("comparison").GetString().ShouldBe("waiting-list");
        var claims = Measure(json.GetProperty("result"), "claims");
        claims.GetProperty("low").GetDecimal().ShouldBeLessThan(-2);
        claims.GetProperty("high").GetDecimal().ShouldBeInRange(-2m, -1m);
        var placebo = json.GetProperty("placebo");
        placebo.GetProperty("before").GetProperty("from").GetString().ShouldBe("2026-06");
        placebo.GetProperty("after").GetProperty("to").GetString().ShouldBe("2026-10");
        var without = Measure(placebo.GetProperty("result"), "claims");

        // The month of the finding is among those before, and it was a high one.
        (without.GetProperty("writtenToAfter").GetDecimal() - without.GetProperty("writtenToBefore").GetDecimal()).ShouldBeLessThan(-0.2m);
        Math.Abs(without.GetProperty("difference").GetDecimal()).ShouldBeLessThan(1);
        (Measure(json.GetProperty("result"), "institutions").GetProperty("difference").GetDecimal() - claims.GetProperty("difference").GetDecimal()).ShouldBe(0);
        run.Output.ShouldContain("Institutions visited");
    }

    [Fact]
    public async Task The_page_and_its_json_twin_hold_the_same_numbers_in_both_languages()
    {
        (await made.EvaluateAsync("out", "--waiting", "waiting.csv")).ExitCode.ShouldBe(0);
        var (json, page) = (made.Json("out"), new HtmlParser().ParseDocument(made.Page("out")));
        var (result, placebo) = (json.GetProperty("result"), json.GetProperty("placebo").GetProperty("result"));
        string[] means = ["writtenToBefore", "writtenToAfter", "comparedBefore", "comparedAfter"];
        string[] effect = ["difference", "low", "high"];
        foreach (var tongue in new[] { "ja", "en" })
        {
            Section("effects").ShouldBe(Lines(result, "measures").Zip(Lines(placebo, "measures")).SelectMany(pair => Of(pair.First, effect).Concat(Of(pair.Second, effect))));
            Section("return").ShouldBe(Lines(result, "measures").Concat(Lines(placebo, "measures")).SelectMany(line => Of(line, means)));
            Section("who").ShouldBe([.. Flow("writtenTo"), .. Flow("compared"), .. Lines(result, "withEverybody").SelectMany(line => Of(line, effect))]);
            foreach (var (by, name) in new[] { ("sex", "bySex"), ("age", "byAge") })
            {
                var parts = Lines(result, name).ToList();
                Section(by).ShouldBe([.. parts.SelectMany(part => Of(part, "writtenTo", "compared")), .. parts.SelectMany(part => Lines(part, "measures")).SelectMany(line => Of(line, effect))]);
                parts.Sum(part => Lines(part, "measures").Count()).ShouldBeGreaterThan(7);
            }

            List<decimal?> Section(string id) => [.. page.QuerySelector($"#{tongue}-{id}")!.ParentElement!.QuerySelectorAll("td.n").SelectMany(cell => cell.ChildNodes.SelectMany(line => Number().Matches(line.TextContent))).Select(Parse)];
        }

        IEnumerable<decimal?> Flow(string name) => json.GetProperty(name).EnumerateObject().Select(each => Value(each.Value));

        static IEnumerable<JsonElement> Lines(JsonElement of, string name) => of.GetProperty(name).EnumerateArray();

        static IEnumerable<decimal?> Of(JsonElement line, params string[] names) => names.Select(name => Value(line.GetProperty(name)));

        static decimal? Value(JsonElement number) => number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();

        static decimal? Parse(Match match) => match.Value == "∗" ? null : decimal.Parse(match.Value.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Matched_persons_are_none_of_those_written_to_and_the_bytes_are_the_same_each_time()
    {
        (await made.EvaluateAsync("one", "--threads", "1", "--leave-out", "waiting.csv")).ExitCode.ShouldBe(0);
        (await made.EvaluateAsync("two", "--threads", "2", "--leave-out", "waiting.csv")).ExitCode.ShouldBe(0);
        made.Page("two").ShouldBe(made.Page("one"));
        made.Json("two").GetRawText().ShouldBe(made.Json("one").GetRawText());
        var json = made.Json("one");
        json.GetProperty("comparison").GetString().ShouldBe("matched");
        json.GetProperty("result").GetProperty("compared").GetInt32().ShouldBeLessThanOrEqualTo(json.GetProperty("result").GetProperty("writtenTo").GetInt32());
    }

    [Fact]
    public async Task The_report_speaks_as_all_our_texts_do_and_runs_and_fetches_nothing()
    {
        (await made.EvaluateAsync("out")).ExitCode.ShouldBe(0);
        var page = new HtmlParser().ParseDocument(made.Page("out"));
        page.QuerySelectorAll("script, img, link, iframe, object, [style]").ShouldBeEmpty();
        page.QuerySelectorAll("figure > svg").ShouldAllBe(chart => chart.QuerySelector("title")!.TextContent.Length > 2 && chart.QuerySelector("desc")!.TextContent.Length > 5);
        page.QuerySelectorAll("[id]").GroupBy(each => each.Id).ShouldAllBe(same => same.Count() == 1);
        page.QuerySelectorAll("[role=region]").Select(each => each.GetAttribute("aria-label")).GroupBy(name => name).Where(same => same.Count() > 2).ShouldBeEmpty();
        var lint = WordingLint.LoadShipped();
        foreach (var (tongue, language) in new[] { ("#ja", Language.Ja), ("#en", Language.En) })
        {
            page.QuerySelector(tongue)!.QuerySelectorAll("h1, h2, h3, p, li, th, dt, dd, figcaption").SelectMany(each => lint.Check(each.TextContent, language, "evaluation.html")).ShouldBeEmpty();
        }

        foreach (var person in File.ReadLines(made.Letters).Skip(1).Select(line => line.Split(',')[0]))
        {
            made.Page("out").ShouldNotContain(person);
        }
    }

    [Fact]
    public async Task Persons_of_the_list_who_are_not_in_the_claims_are_told_with_their_lines()
    {
        var lines = File.ReadAllLines(made.Letters).Length;
        await File.AppendAllTextAsync(made.Letters, "00112233445566778899aabbccddeeff,2026-10,2026-11-05,ja\n", TestContext.Current.CancellationToken);

        var run = await made.EvaluateAsync("out", "--waiting", "waiting.csv");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain($"1 persons of the list of letters have no claims in what was given (lines {lines + 1})");
    }

    [Fact]
    public async Task Without_earlier_claims_the_report_says_that_regression_to_the_mean_cannot_be_seen()
    {
        foreach (var early in Directory.GetFiles(Path.Combine(made.Path, "claims"), "202606*"))
        {
            File.Delete(early);
        }

        var run = await made.EvaluateAsync("out", "--waiting", "waiting.csv");

        run.ExitCode.ShouldBe(0, run.Errors);
        made.Json("out").GetProperty("placebo").GetProperty("hasClaims").GetBoolean().ShouldBeFalse();
        made.Page("out").ShouldContain("needs claims from 2026-06 on");
    }

    [Theory]
    [InlineData("overlap", "overlap or stand the wrong way round")]
    [InlineData("form", "are written as 2026-07..2026-09")]
    [InlineData("month", "There are no claims of 2027-02")]
    [InlineData("unknown", "None of the 1 persons of")]
    [InlineData("line", ":2: month and written are such as 2026-09 and 2026-11-10")]
    [InlineData("column", ":1: there is no column \"month\"")]
    [InlineData("nobody", "lists nobody")]
    [InlineData("both", "Whoever was written to does not wait")]
    [InlineData("time", "was written between")]
    public async Task What_cannot_be_evaluated_is_said_in_a_sentence(string what, string words)
    {
        var person = File.ReadLines(made.Letters).ElementAt(1).Split(',')[0];
        if (what is "unknown" or "line" or "column" or "nobody" or "time")
        {
            await File.WriteAllTextAsync(
                made.Letters,
                what switch
                {
                    "column" => "person,language\n",
                    "line" => $"person,month,written,language\n{person},October,2026-11-05,ja\n",
                    "unknown" => "person,month,written,language\nff,2026-10,2026-11-05,ja\n",
                    "time" => $"person,month,written,language\n{person},2026-10,2026-12-05,ja\n",
                    _ => "person,month,written,language\n",
                },
                TestContext.Current.CancellationToken);
        }

        var run = await made.EvaluateAsync("out", what switch
        {
            "overlap" => ["--after", "2026-10..2027-01"],
            "form" => ["--before", "2026-09"],
            "month" => ["--after", "2026-12..2027-02"],
            "both" => ["--waiting", "letters.csv"],
            _ => [],
        });

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(words);
        run.Errors.ShouldNotContain(" at Sbirt");
        Directory.Exists(Path.Combine(made.Path, "out", "work")).ShouldBeFalse();
        File.Exists(Path.Combine(made.Path, "out", "evaluation.html")).ShouldBeFalse();
    }

    private static JsonElement Measure(JsonElement result, string id) => result.GetProperty("measures").EnumerateArray().Single(line => line.GetProperty("measure").GetString() == id);

    [GeneratedRegex(@"[+−]?\d[\d,]*(\.\d+)?|∗")]
    private static partial Regex Number();
}
