using Sbirt.Content.Cards;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Prompts;
using Sbirt.Tests.FhirAdapter;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Store.Prompts;

public sealed class PromptHistoryTests(PostgresCluster cluster)
{
    private const string Service = "sbirt-screening";

    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), null, null);
    private static readonly DateTimeOffset LastOfFebruary = new(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(9));
    private static readonly CalendarMonth March = CalendarMonth.TryParse("2026-03")!.Value;

    [Theory]
    [BothDatabases]
    public async Task Months_begin_at_midnight_of_the_clinic_and_feedback_counts_in_the_month_of_its_offer(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var store = await home.OpenAsync();
        var prompts = new PromptStore(store.Commits, store.Audit);
        await OfferAsync(prompts, StoreHome.Clinic, "february", LastOfFebruary);
        await OfferAsync(prompts, StoreHome.Clinic, "march", LastOfFebruary.AddSeconds(1));
        await OfferAsync(prompts, StoreHome.Clinic, "april", LastOfFebruary.AddSeconds(1).AddMonths(1));
        await OfferAsync(prompts, new StoreCaller("other", "request-2"), "elsewhere", LastOfFebruary.AddSeconds(1));
        await prompts.FeedbackAsync(
            StoreHome.Clinic,
            Service,
            [Feedback("march", LastOfFebruary.AddDays(40)), Feedback("february", LastOfFebruary.AddDays(2)), Feedback("unknown", LastOfFebruary.AddDays(2))],
            LastOfFebruary.AddDays(2),
            CancellationToken.None);

        var (report, unmatched) = await CountAsync(store, March, March);

        report.Months.Select(month => $"{month.Month} {month.Count.Offered} {month.Count.Overridden}").ShouldBe(["2026-03 1 1"]);
        report.All.Reasons.ShouldBe([new("not-now", 1)]);
        report.All.TimeToAct!.Median.ShouldBe(40 * 86400 - 1);
        unmatched.ShouldBe(1);
        var (wide, _) = await CountAsync(store, March.Plus(-1), March.Plus(1));
        wide.Months.Select(month => month.Count.Offered).ShouldBe([1, 1, 1]);
        (await CountAsync(store, March.Plus(1), March.Plus(1))).Unmatched.ShouldBe(0);
    }

    private static async Task<(PromptReport Report, long Unmatched)> CountAsync(ResourceStore store, CalendarMonth from, CalendarMonth to)
    {
        var counting = new PromptCounting(Shipped.Content.Counting, Shipped.Content.Prompts.OverrideReasons.Select(reason => reason.Code));
        var unmatched = await new PromptHistory(store.Database, store.Audit)
            .CountAsync(StoreHome.Clinic, counting, Begin(from), Begin(to.Plus(1)), Tokyo, CancellationToken.None);
        return (counting.Report(from, to, unmatched), unmatched);
    }

    private static DateTimeOffset Begin(CalendarMonth month) => Sbirt.Service.Reports.ReportMonths.Begin(month, Tokyo);

    private static Task OfferAsync(PromptStore prompts, StoreCaller caller, string uuid, DateTimeOffset at)
    {
        var row = new PromptRow(caller.Tenant, uuid, Service, "patient-view", "p", "v", "invite", 0, 0, "c", at.ToUnixTimeMilliseconds(), 0, "", "", 0);
        return prompts.OfferAsync(caller, "patient", row, _ => row, "offered", "quiet", CancellationToken.None);
    }

    private static HookFeedback Feedback(string card, DateTimeOffset at) => new(card, false, [], "not-now", "a remark", at);
}
