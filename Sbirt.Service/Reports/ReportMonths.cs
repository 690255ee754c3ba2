using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Reports;

/// <summary>The months a report is about, both counted.</summary>
internal sealed record ReportMonths(CalendarMonth From, CalendarMonth To)
{
    /// <summary>Longest time of one report.</summary>
    public const int Most = 60;

    private const int Usual = 12;

    /// <summary>What <c>?from=</c> and <c>?to=</c> say; without them the twelve months up to this one.</summary>
    public static Reading<ReportMonths> Of(HttpRequest request, CalendarMonth now)
    {
        var (from, to) = (request.Query["from"].ToString(), request.Query["to"].ToString());
        var last = to.Length == 0 ? now : CalendarMonth.TryParse(to);
        var first = from.Length == 0 ? last?.Plus(1 - Usual) : CalendarMonth.TryParse(from);
        return first is not { } begin ? Refuse(MonthWrong(last is null ? "to" : "from"))
            : last is not { } end ? Refuse(MonthWrong("to"))
            : begin.CountTo(end) is < 1 or > Most ? Refuse(TimeWrong)
            : new Reading<ReportMonths>.Ok(new ReportMonths(begin, end));
    }

    /// <summary>The moment a month begins in a clinic's own time.</summary>
    public static DateTimeOffset Begin(CalendarMonth month, TimeZoneInfo zone)
    {
        var midnight = month.FirstDay.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private static Reason TimeWrong { get; } = new("parameter-invalid", new Localized(
        $"from は to と同じか前の月にし、期間は{Most}か月までにします。",
        $"Let from be the month of to or an earlier one, and the time at most {Most} months."));

    private static Reason MonthWrong(string name) => new("parameter-invalid", new Localized(
        $"{name} は 2026-11 のような年月で書きます。", $"Write {name} as year and month, such as 2026-11."));

    private static Reading<ReportMonths> Refuse(Reason reason) => Reading<ReportMonths>.Refuse(reason);
}
