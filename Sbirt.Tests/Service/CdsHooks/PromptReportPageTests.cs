using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.PromptReportTests;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>The pages of the report and of the rules, as a browser and a screen reader get them.</summary>
public sealed class PromptReportPageTests
{
    private const string Report = "/reports/prompts?from=2026-02&to=2026-04";

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Pictures_have_the_same_numbers_beside_them_in_tables(string lang)
    {
        await using var server = await FilledAsync();

        var page = await PageAsync(server, $"{Report}&lang={lang}");

        page.DocumentElement.GetAttribute("lang").ShouldBe(lang);
        page.QuerySelectorAll("figure > svg").Length.ShouldBe(4);
        page.QuerySelectorAll("figure > svg").ShouldAllBe(plot => plot.GetAttribute("role") == "img" && plot.QuerySelector("title")!.TextContent.Length > 2 && plot.QuerySelector("desc")!.TextContent.Length > 5);
        foreach (var plot in page.QuerySelectorAll("figure"))
        {
            plot.ParentElement!.QuerySelectorAll("table tbody tr").Length.ShouldBeGreaterThan(0);
        }

        var kinds = page.QuerySelector("#kinds")!.ParentElement!.QuerySelectorAll("tbody tr").Select(row => row.Children[1].TextContent.Trim());
        kinds.ShouldBe(["62", "20", lang == "en" ? "3 few" : "3 少数"]);
    }

    [Theory]
    [InlineData(Report)]
    [InlineData("/rules?")]
    public async Task A_page_can_be_walked_by_keyboard_and_screen_reader(string path)
    {
        await using var server = await FilledAsync();

        var page = await PageAsync(server, path + "&lang=en");

        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#" + page.QuerySelector("main")!.Id);
        page.QuerySelectorAll("[id]").GroupBy(each => each.Id).Where(same => same.Count() > 1).ShouldBeEmpty();
        page.QuerySelectorAll("[aria-labelledby]").ShouldAllBe(each => page.GetElementById(each.GetAttribute("aria-labelledby")!) != null);
        page.QuerySelectorAll("section, [role=region]")
            .Select(each => each.GetAttribute("aria-label") ?? page.GetElementById(each.GetAttribute("aria-labelledby")!)!.TextContent)
            .ShouldBeUnique();
        page.QuerySelectorAll("th").ShouldAllBe(head => head.HasAttribute("scope"));
        page.QuerySelectorAll("input:not([type=hidden])").ShouldAllBe(field => field.ParentElement!.LocalName == "label");
        page.QuerySelector("meta[name=viewport]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Report)]
    [InlineData("/rules?")]
    public async Task A_page_runs_nothing_fetches_nothing_and_is_styled_by_exactly_its_own_style(string path)
    {
        await using var server = await FilledAsync();

        var answer = await server.GetAsync(path, ("Accept", "text/html"));

        var page = new HtmlParser().ParseDocument(answer.Text);
        page.QuerySelectorAll("script, link, img, iframe, object, [style], [onclick], [onload]").ShouldBeEmpty();
        page.QuerySelectorAll("a[href]").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('/') || link.GetAttribute("href")!.StartsWith('#'));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldContain($"style-src 'sha256-{hash}'");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_proposal_is_on_the_page_with_numbers_and_rule_and_no_remark_is()
    {
        await using var server = await FilledAsync();

        var page = await PageAsync(server, Report + "&lang=en");

        var proposals = page.QuerySelector("#proposed")!.ParentElement!;
        proposals.QuerySelectorAll("ul:not(.sources) li").Single().TextContent.ShouldContain("2 of 62 offers accepted (3.2 %)");
        proposals.TextContent.ShouldContain("<10 %");
        page.DocumentElement.TextContent.ShouldNotContain("Yamada");
    }

    [Fact]
    public async Task A_name_from_outside_is_text_and_never_markup()
    {
        await using var server = await SbirtServer.StartAsync();
        await using var beside = Beside(server);
        await OfferAsync(beside, "open", "2026-02-10", "<script>alert(1)</script>\" onload=\"x", 1, outcome: 2, reason: "<img src=x>");

        var page = await PageAsync(server, Report);

        page.QuerySelectorAll("script, img, [onload]").ShouldBeEmpty();
        page.QuerySelector("#kinds")!.ParentElement!.QuerySelector("tbody th")!.TextContent.ShouldContain("<script>");
        page.DocumentElement.TextContent.ShouldNotContain("src=x");
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Pages_speak_as_we_do_with_and_without_cards(string lang)
    {
        await using var server = await FilledAsync();
        var lint = WordingLint.LoadShipped();
        var language = LanguageTag.Parse(lang)!.Value;

        foreach (var path in (string[])[Report, "/reports/prompts?from=2020-01&to=2020-02", "/rules?"])
        {
            var page = await PageAsync(server, $"{path}&lang={lang}");
            // Sources are quoted as they were published.
            page.QuerySelectorAll("style, .sources").ToList().ForEach(each => each.Remove());
            var texts = page.QuerySelectorAll("h1, h2, h3, p, li, th, td, dt, dd, label, button, figcaption").Select(each => each.TextContent);
            texts.SelectMany(text => lint.Check(text, language, path)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json;q=0.5, text/html;q=0.4", "application/json")]
    [InlineData("application/json;q=0.4, text/html;q=0.5", "text/html")]
    [InlineData("*/*", "text/html")]
    public async Task A_browser_gets_the_page_and_a_program_the_json(string accept, string type)
    {
        await using var server = await SbirtServer.StartAsync();

        foreach (var path in (string[])["/reports/prompts", "/rules"])
        {
            (await server.GetAsync(path, ("Accept", accept))).ContentHeaders!.ContentType!.MediaType.ShouldBe(type);
        }
    }

    [Fact]
    public async Task Rules_print_themselves_with_version_source_and_cut_offs()
    {
        await using var server = await SbirtServer.StartAsync();

        var rules = (await server.GetAsync("/rules?format=json&lang=en")).Json.GetProperty("chapters").EnumerateArray()
            .SelectMany(chapter => chapter.GetProperty("rules").EnumerateArray())
            .ToDictionary(rule => rule.GetProperty("id").GetString()!);

        var audit = rules["jp-mhlw/audit/total"];
        audit.GetProperty("version").GetString().ShouldBe("1.0.0");
        audit.GetProperty("effective").GetString().ShouldBe("2024-04-01");
        audit.GetProperty("cutOffs")[1].GetProperty("limit").GetString().ShouldBe("8–14");
        audit.GetProperty("sources")[0].GetProperty("certainty").GetString().ShouldBe("seen");
        rules["prompt-counting/retirement"].GetProperty("sources")[0].GetProperty("certainty").GetString().ShouldBe("open");
        (await PageAsync(server, "/rules?lang=en")).QuerySelectorAll("article.rule").Length.ShouldBe(rules.Count);
    }

    private static async Task<SbirtServer> FilledAsync()
    {
        var server = await SbirtServer.StartAsync();
        await using var beside = Beside(server);
        await OfferAsync(beside, "open", "2026-02-10", "invite", 60, outcome: 0);
        await OfferAsync(beside, "open", "2026-03-11", "invite", 2, outcome: 1, seconds: 3000);
        await OfferAsync(beside, "open", "2026-03-12", "result", 12, outcome: 2);
        await OfferAsync(beside, "open", "2026-04-12", "result", 8, outcome: 1);
        await OfferAsync(beside, "open", "2026-04-13", "follow-up", 3, outcome: 2, reason: "not-now");
        return server;
    }

    private static async Task<IDocument> PageAsync(SbirtServer server, string path)
    {
        var answer = await server.GetAsync(path, ("Accept", "text/html"));
        answer.Status.ShouldBe(200, answer.Text);
        return new HtmlParser().ParseDocument(answer.Text);
    }
}
