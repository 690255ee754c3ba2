using System.Globalization;
using Sbirt.Content.Cards;
using Sbirt.Content.Languages;
using Sbirt.Content.Rules;
using Sbirt.Service.Pages;
using Sbirt.Service.Rules;
using static Sbirt.Service.Reports.ReportWords;

namespace Sbirt.Service.Reports;

/// <summary>The report on prompts as a page: each picture has its table beside it.</summary>
internal sealed class PromptReportPage(PromptReport report, CountingRules rules, ReportNames names)
{
    private readonly Language language = names.Language;
    private readonly ReportTables tables = new(report, rules, names);

    public HtmlPage Page() => new(language, Title.In(language), Body());

    private Html Body()
    {
        var body = new Html().Add($"""
            <header>
            <h1>{Title.In(language)}</h1>
            <p>{report.From}{(report.From == report.To ? "" : $" – {report.To}")}</p>
            <p class="soft">{About.In(language)}</p>
            {Choice()}
            {Links()}
            </header>
            <main id="content">
            <section aria-labelledby="overview"><h2 id="overview">{Overview.In(language)}</h2>
            {Numbers()}
            </section>

            """);
        if (report.All.Offered > 0)
        {
            body.Add($"{tables.Kinds()}{Proposals()}{tables.Reasons()}{tables.Times()}{tables.Services()}{tables.Months()}");
        }
        else
        {
            body.Add($"{Proposals()}");
        }

        return body.AddPlain("</main>\n").Add($"<footer><p>{NothingSaidNote.In(language)}</p><p>{FewNote(rules.FewBelow).In(language)}</p></footer>\n");
    }

    private Html Choice() => new Html().Add($"""
        <form method="get" action="/reports/prompts">
        <input type="hidden" name="lang" value="{LanguageTag.Of(language)}">
        <label>{From.In(language)}<br><input type="month" name="from" value="{report.From}" required pattern="[0-9][0-9][0-9][0-9]-[0-9][0-9]"></label>
        <label>{To.In(language)}<br><input type="month" name="to" value="{report.To}" required pattern="[0-9][0-9][0-9][0-9]-[0-9][0-9]"></label>
        <button type="submit">{Show.In(language)}</button>
        </form>
        """);

    private Html Links()
    {
        var (here, there) = (LanguageTag.Of(language), LanguageTag.Of(language == Language.En ? Language.Ja : Language.En));
        var months = $"/reports/prompts?from={report.From}&to={report.To}";
        return new Html().Add($"""
            <nav aria-label="{Title.In(language)}"><ul>
            <li><a href="{months}&lang={there}" lang="{there}" hreflang="{there}">{PageWords.Otherwise.In(language)}</a></li>
            <li><a href="{months}&lang={here}&format=json">{PageWords.AsJson.In(language)}</a></li>
            <li><a href="/rules?lang={here}">{ReportWords.Rules.In(language)}</a></li>
            </ul></nav>
            """);
    }

    private Html Numbers()
    {
        var all = report.All;
        var numbers = new Html().AddPlain("<dl class=\"numbers\">\n");
        Number(Offered, all.Offered, null);
        Number(Accepted, all.Accepted, all.AcceptancePercent is { } percent ? $"{Figure.Text(percent)} %" : null);
        Number(Overridden, all.Overridden, null);
        Number(NothingSaid, all.NothingSaid, null);
        if (all.TimeToAct is { } time)
        {
            numbers.Add($"<div><dt>{Median.In(language)}</dt><dd>{names.Time(time.Median)}</dd></div>\n");
        }

        Number(Unmatched, report.Unmatched, null);
        numbers.AddPlain("</dl>\n");
        if (all.Offered == 0)
        {
            numbers.Add($"<p>{Nothing.In(language)}</p>\n");
        }
        else if (rules.IsFew(all.Offered))
        {
            numbers.Add($"<p class=\"note\">{FewNote(rules.FewBelow).In(language)}</p>\n");
        }

        return numbers;

        void Number(Localized name, long count, string? beside)
        {
            numbers.Add($"<div><dt>{name.In(language)}</dt><dd>{count.ToString("N0", CultureInfo.InvariantCulture)}");
            if (beside is not null)
            {
                numbers.Add($" <small>{beside}</small>");
            }

            numbers.AddPlain("</dd></div>\n");
        }
    }

    private Html Proposals()
    {
        var section = new Html().Add($"<section aria-labelledby=\"proposed\"><h2 id=\"proposed\">{ProposedTitle.In(language)}</h2>\n");
        if (report.Proposed.IsEmpty)
        {
            section.Add($"<p>{NoneProposed.In(language)}</p>\n");
        }
        else
        {
            section.Add($"<p>{ProposedNote.In(language)}</p>\n<ul>\n")
                .AddEach(report.Proposed, kind =>
                    $"<li><strong>{names.Kind(kind.Kind)}</strong> ({names.Service(kind.Service)}): {ReasonNumbers(kind.Count).In(language)} ({Figure.Text(kind.Count.AcceptancePercent ?? 0)} %)</li>\n")
                .AddPlain("</ul>\n");
        }

        return section.Add($"{RuleArticle.Of(PrintedCounting.Retirement(rules), language)}</section>\n");
    }
}
