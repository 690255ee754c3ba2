using System.Globalization;
using Sbirt.Content.Claims.Counting;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Evaluation;

/// <summary>Months from the first to the last, both among them, as yyyymm.</summary>
public readonly record struct MonthSpan
{
    private readonly int from;
    private readonly int to;

    private MonthSpan(int from, int to) => (this.from, this.to) = (from, to);

    public int From => Months.Written(from);

    public int To => Months.Written(to);

    public int Count => to - from + 1;

    internal DayRange Days => new(Months.FirstDay(from).DayNumber, Months.FirstDay(to + 1).DayNumber);

    /// <summary>Null: the last comes before the first.</summary>
    /// <param name="from">yyyymm.</param>
    /// <param name="to">yyyymm.</param>
    public static MonthSpan? Of(int from, int to) => from <= to ? new MonthSpan(Months.NumberOf(from), Months.NumberOf(to)) : null;

    /// <summary>Written <c>2026-07..2026-09</c>; null when it is not.</summary>
    public static MonthSpan? TryParse(string? text)
    {
        var ends = (text ?? "").Split("..");
        return ends.Length == 2 && MonthOf(ends[0]) is { } first && MonthOf(ends[1]) is { } last ? Of(first, last) : null;
    }

    /// <summary>A month written <c>2026-07</c>, as yyyymm.</summary>
    public static int? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Months.IsMonth((day.Year * 100) + day.Month)
            ? (day.Year * 100) + day.Month
            : null;

    public bool Contains(int yyyymm) => Months.NumberOf(yyyymm) is var month && month >= from && month <= to;

    /// <summary>So many months earlier.</summary>
    public MonthSpan Earlier(int months) => new(from - months, to - months);

    /// <summary>So many months before a month, both yyyymm.</summary>
    public static int Earlier(int yyyymm, int months) => Months.Written(Months.NumberOf(yyyymm) - months);

    /// <summary>How many months one lies behind another, both yyyymm.</summary>
    public static int Between(int earlier, int later) => Months.NumberOf(later) - Months.NumberOf(earlier);

    /// <summary>Each month, as yyyymm.</summary>
    public IEnumerable<int> Each()
    {
        for (var month = from; month <= to; month++)
        {
            yield return Months.Written(month);
        }
    }

    public override string ToString() => $"{Text(From)}..{Text(To)}";

    /// <summary>A month as people write it.</summary>
    public static string Text(int yyyymm) => string.Create(CultureInfo.InvariantCulture, $"{yyyymm / 100:D4}-{yyyymm % 100:D2}");
}
