using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Content.Rules;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.CdsHooks;
using Sbirt.Service.Pages;
using Sbirt.Service.Screening;

namespace Sbirt.Service.Rules;

/// <summary><c>GET /rules</c>: every rule with id, version, source, date and cut-offs, as page or JSON. It holds nothing of a clinic.</summary>
internal sealed class RulesEndpoint(Assessor assessor)
{
    private static readonly Localized Title = new("規則と基準値", "Rules and cut-offs");

    private static readonly Localized About = new(
        "カードと判定のもとになる規則のすべてです。「未確定」は、資料が分かれるか、このプロジェクトが決めた値です。",
        "All the rules behind cards and results. \"Not settled\" marks values on which sources disagree, or which this project chose.");

    private static readonly Localized ContentVersion = new("内容の版", "Content version");

    private readonly ImmutableArray<RuleChapter> chapters = PrintedRules.Of(assessor.Content);

    public static void Map(WebApplication app) =>
        app.MapGet("/rules", (HttpContext context, RulesEndpoint endpoint) => endpoint.Print(context));

    private IResult Print(HttpContext context)
    {
        var language = PageLanguage.Of(context);
        return AskedFormat.Of(context.Request) switch
        {
            PageFormat.Json => HookReply.Ok(Json(language)),
            PageFormat.Html => new HtmlPage(language, Title.In(language), Body(language)),
            _ => FhirReply.Refuse(AskedFormat.Unknown, language),
        };
    }

    private byte[] Json(Language language) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("contentVersion", assessor.Content.Version);
        json.WriteStartArray("chapters");
        foreach (var chapter in chapters)
        {
            json.WriteStartObject();
            json.WriteString("id", chapter.Id);
            json.WriteString("title", chapter.Title.In(language));
            json.WriteStartArray("rules");
            foreach (var rule in chapter.Rules)
            {
                RuleJson.Write(json, rule, language);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private Html Body(Language language)
    {
        var (here, there) = (LanguageTag.Of(language), LanguageTag.Of(language == Language.En ? Language.Ja : Language.En));
        return new Html().Add($"""
            <header><h1>{Title.In(language)}</h1>
            <p>{About.In(language)}</p>
            <p class="soft">{ContentVersion.In(language)} <code>{assessor.Content.Version}</code></p>
            <nav aria-label="{Title.In(language)}"><ul>
            <li><a href="/rules?lang={there}" lang="{there}" hreflang="{there}">{PageWords.Otherwise.In(language)}</a></li>
            <li><a href="/rules?lang={here}&format=json">{PageWords.AsJson.In(language)}</a></li>

            """)
            .AddEach(chapters, chapter => $"<li><a href=\"#{chapter.Id}\">{chapter.Title.In(language)}</a></li>\n")
            .AddPlain("</ul></nav></header>\n<main id=\"content\">\n")
            .AddEach(chapters, chapter => $"{Chapter(chapter, language)}")
            .AddPlain("</main>\n");
    }

    private static Html Chapter(RuleChapter chapter, Language language) => new Html()
        .Add($"<section aria-labelledby=\"{chapter.Id}\"><h2 id=\"{chapter.Id}\">{chapter.Title.In(language)}</h2>\n")
        .AddEach(chapter.Rules, rule => $"{RuleArticle.Of(rule, language)}")
        .AddPlain("</section>\n");
}
