using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Tests.Content.Interventions;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Handouts;

/// <summary>X1–X5: whatever a value holds, it prints as itself, in Markdown and on the page.</summary>
public sealed class RenderingAttackTests
{
    private static readonly HandoutPage Page = HandoutPage.Load(HandoutPage.Shipped(), [])!;

    public static TheoryData<string> Hostile =>
    [
        "{{ 7*7 }}",
        "{{{score}}}",
        "{% raw %}",
        "{{ include 'x' }}",
        "{{> stopSuddenly}}",
        "[x](javascript:alert(1))",
        "![x](https://evil.example/beacon.png)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "https://evil.example/",
        "www.evil.example",
        "a@evil.example",
        "<https://evil.example>",
        "[x]: https://evil.example",
        "# big",
        "- item",
        "1. item",
        "> quote",
        "***",
        "---",
        "~~gone~~",
        "| a | b |",
        "`code`",
        "&lt;b&gt;",
        "\\[x\\](y)",
        "first\n\n# second",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void X1_X5_a_hostile_value_prints_literally_in_markdown_and_html(string value)
    {
        var shown = value.Replace("\n\n", "  ", StringComparison.Ordinal);
        foreach (var language in Enum.GetValues<Language>())
        {
            var request = Plans.Request("suicidality-urgent", language) with { Contacts = new ClinicContacts(value, value) };
            var plan = Planning.Plan(Plans.Library, request);

            var document = new HtmlParser().ParseDocument(Page.Html(plan.Handout));
            Collapse(document.Body!.TextContent).ShouldContain(Collapse(shown));
            document.QuerySelectorAll("a,img,script,iframe,object,table,code,del,blockquote,hr,h3").ShouldBeEmpty();
            document.QuerySelectorAll("h1").Length.ShouldBe(1);

            var whole = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(plan.HandoutMarkdown, GitHubFlavoured));
            Collapse(whole.Body!.TextContent).ShouldContain(Collapse(shown));
            whole.QuerySelectorAll("a,img,script,iframe,table,code,del,hr").ShouldBeEmpty();
            plan.Note.ShouldContain(shown.Replace("  ", " ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Ordinary_values_come_out_unchanged() =>
        Escaping.ForMarkdown("AUDIT-C 8〜14点(減酒支援) 2026-12-05, 03-1234").ShouldBe("AUDIT-C 8〜14点(減酒支援) 2026-12-05, 03-1234");

    [Fact]
    public void Invisible_and_direction_changing_characters_are_left_out() =>
        Escaping.ForPlainText("a\u202Eb\u200Bc\u0007d").ShouldBe("abc d");

    [Fact]
    public void X3_a_value_of_a_gigabyte_s_kind_is_refused_and_the_process_lives()
    {
        var request = Plans.Request("suicidality-urgent", Language.Ja) with { Contacts = new ClinicContacts(new string('x', 1_000_000)) };

        Should.Throw<TemplateLimitException>(() => Planning.Plan(Plans.Library, request));

        Planning.Plan(Plans.Library, Plans.Request("suicidality-urgent", Language.Ja)).Steps.ShouldNotBeEmpty();
    }

    [Fact]
    public void X3_a_text_that_grows_past_the_limit_is_stopped()
    {
        var big = new string('x', 60_000);
        var renderer = new TemplateRenderer(new Dictionary<string, string> { ["twice"] = big });

        Should.Throw<TemplateLimitException>(() => renderer.Compile("{{> twice}}{{> twice}}")(FrozenDictionary<string, object>.Empty));
    }

    [Theory]
    [InlineData("{{{score}}}")]
    [InlineData("{{&score}}")]
    [InlineData("{{#each score}}x{{/each}}")]
    [InlineData("{{lookup this 'score'}}")]
    [InlineData("{{this}}")]
    [InlineData("{{../score}}")]
    [InlineData("{{score.Length}}")]
    [InlineData("{{> unknown}}")]
    [InlineData("{{#if score}}x{{/if}}")]
    [InlineData("{{#if pregnant}}x")]
    [InlineData("{{/if}}")]
    [InlineData("{{#if pregnant}}x{{/unless}}")]
    [InlineData("{{pregnant}}")]
    [InlineData("{{score")]
    [InlineData("{{*decorate}}")]
    [InlineData("{{#> layout}}x{{/layout}}")]
    [InlineData("{{nobody}}")]
    public void X2_X4_templates_may_use_values_conditions_and_phrases_and_nothing_else(string template)
    {
        TemplateSyntax.Problems(template, new HashSet<string> { "agree" }).ShouldNotBeEmpty();
        TemplateSyntax.Problems("{{score}}{{#if pregnant}}a{{else}}b{{/if}}{{> agree}}", new HashSet<string> { "agree" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Interventions/alcohol-brief.yaml", "week try", "small")]
    [InlineData("Handouts/phrases.yaml", "What do you make of that?", "{{pack}} {{nobody}}")]
    [InlineData("Handouts/phrases.yaml", "ご自身では、どう感じますか。", "{{nobody}}")]
    public void X4_a_missing_variable_in_any_language_stops_the_start(string path, string from, string to)
    {
        var faults = new List<ContentFault>();
        var files = Plans.FilesWith(path, text => text.Contains(from, StringComparison.Ordinal)
            ? text.Replace(from, to, StringComparison.Ordinal)
            : text.Replace("ja:", "ja: '{{nobody}}'\n    x:", StringComparison.Ordinal));

        InterventionLibrary.Load(files, faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.File == path && fault.Line > 1);
    }

    [Theory]
    [InlineData("{{nobody}}")]
    [InlineData("<script>1</script>")]
    [InlineData("<link rel=stylesheet href=x>")]
    public void X4_a_layout_with_a_missing_value_or_something_foreign_stops_the_start(string added)
    {
        var faults = new List<ContentFault>();
        var files = HandoutPage.Shipped().Select(file => file.Path.EndsWith("page.en.hbs", StringComparison.Ordinal) ? file with { Text = file.Text + added } : file).ToList();

        HandoutPage.Load(files, faults);

        faults.ShouldHaveSingleItem().File.ShouldBe("Handouts/page.en.hbs");
    }

    [Fact]
    public void A_page_that_others_may_open_cannot_print_a_score()
    {
        var faults = new List<ContentFault>();
        var files = Plans.FilesWith("Interventions/tobacco-brief.yaml", text => text.Replace("  smallStep:", "    \n  smallStep:", StringComparison.Ordinal)
            .Replace("いらいら、落ち着かない。", "点数は{{score}}。", StringComparison.Ordinal));

        InterventionLibrary.Load(files, faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.What.Contains("others may open", StringComparison.Ordinal));
    }

    private static readonly Markdig.MarkdownPipeline GitHubFlavoured = Markdig.MarkdownExtensions.UseAutoLinks(
        Markdig.MarkdownExtensions.UsePipeTables(
            Markdig.MarkdownExtensions.UseEmphasisExtras(new Markdig.MarkdownPipelineBuilder()))).Build();

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
