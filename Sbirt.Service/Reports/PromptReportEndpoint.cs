using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.Service.CdsHooks;
using Sbirt.Service.Pages;
using Sbirt.Service.Screening;
using Sbirt.Service.Security;
using Sbirt.Service.Store.Prompts;

namespace Sbirt.Service.Reports;

/// <summary><c>GET /reports/prompts</c>: what became of the cards of the clinic that asks, as page or JSON.</summary>
internal sealed class PromptReportEndpoint(PromptHistory history, HookCatalogue catalogue, Assessor assessor, TimeProvider clock)
{
    public static void Map(WebApplication app) =>
        app.MapGet("/reports/prompts", (HttpContext context, PromptReportEndpoint endpoint) => endpoint.ReportAsync(context));

    private async Task<IResult> ReportAsync(HttpContext context)
    {
        var language = PageLanguage.Of(context);
        if (AskedFormat.Of(context.Request) is not { } format)
        {
            return FhirReply.Refuse(AskedFormat.Unknown, language);
        }

        return ReportMonths.Of(context.Request, CalendarMonth.Of(clock.GetLocalNow())) switch
        {
            Reading<ReportMonths>.Ok { Value: var months } => await ReportAsync(context, months, format, language),
            Reading<ReportMonths>.Refused refused => FhirReply.Refuse(refused.Reasons, language),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task<IResult> ReportAsync(HttpContext context, ReportMonths months, PageFormat format, Language language)
    {
        var (content, zone) = (assessor.Content, clock.LocalTimeZone);
        var counting = new PromptCounting(content.Counting, content.Prompts.OverrideReasons.Select(reason => reason.Code));
        var unmatched = await history.CountAsync(
            Caller.Of(context.Request),
            counting,
            ReportMonths.Begin(months.From, zone),
            ReportMonths.Begin(months.To.Plus(1), zone),
            zone,
            context.RequestAborted);
        var report = counting.Report(months.From, months.To, unmatched);
        var names = new ReportNames(content, catalogue, language);
        return format == PageFormat.Json
            ? HookReply.Ok(PromptReportJson.Write(report, content.Counting, names))
            : new PromptReportPage(report, content.Counting, names).Page();
    }
}
