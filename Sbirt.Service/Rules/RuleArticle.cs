using System.Globalization;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Rules;
using Sbirt.Service.Pages;

namespace Sbirt.Service.Rules;

/// <summary>A rule on a page: its cut-offs in a table, then where they were taken from and how sure that is.</summary>
internal static class RuleArticle
{
    public static Html Of(PrintedRule rule, Language language)
    {
        var article = new Html().Add($"""
            <article class="rule"><h3>{rule.Title.In(language)}</h3>
            <p class="soft"><code>{rule.Id}</code> · {PageWords.Version.In(language)} {rule.Version} · {PageWords.Effective.In(language)} {rule.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</p>
            <div class="wide"><table><thead><tr><th scope="col">{PageWords.CutOff.In(language)}</th><th scope="col">{PageWords.Limit.In(language)}</th></tr></thead><tbody>

            """);
        article.AddEach(rule.CutOffs, cutOff => $"<tr><th scope=\"row\">{cutOff.What.In(language)}</th><td>{cutOff.Limit.In(language)}</td></tr>\n");
        article.AddPlain("</tbody></table></div>\n");
        if (rule.Note is { } note)
        {
            article.Add($"<p class=\"note\">{note.In(language)}</p>\n");
        }

        return article.Add($"<p class=\"soft\">{PageWords.Sources.In(language)}</p><ul class=\"sources\">\n")
            .AddEach(rule.Sources, source => $"<li>{source.Cite}{Certainty(source.Certainty, language)}</li>\n")
            .AddPlain("</ul></article>\n");
    }

    private static Html Certainty(Certainty certainty, Language language) => certainty switch
    {
        Content.Instruments.Certainty.Open => new Html().Add($" <strong class=\"few\">{PageWords.Open.In(language)}</strong>"),
        Content.Instruments.Certainty.Known => new Html().Add($" <span class=\"few\">{PageWords.Known.In(language)}</span>"),
        _ => new Html(),
    };
}
