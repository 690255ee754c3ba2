using System.Globalization;

namespace Sbirt.Content.Cards;

/// <summary>A month of the calendar, written <c>2026-11</c>.</summary>
public readonly record struct CalendarMonth : IComparable<CalendarMonth>
{
    private const int First = 1970;
    private const int Last = 2999;
    private const int MonthsOfYear = 12;

    private readonly int number;

    private CalendarMonth(int number) => this.number = number;

    /// <summary>The month a moment lies in, by the moment's own offset.</summary>
    public static CalendarMonth Of(DateTimeOffset moment) => Of(DateOnly.FromDateTime(moment.DateTime));

    /// <summary>The month a day lies in.</summary>
    public static CalendarMonth Of(DateOnly day) => new((day.Year * MonthsOfYear) + day.Month - 1);

    /// <summary>The month written so, of the years 1970 to 2999; otherwise null.</summary>
    public static CalendarMonth? TryParse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= First and <= Last
            ? Of(day)
            : null;

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(number / MonthsOfYear, (number % MonthsOfYear) + 1, 1);

    /// <summary>So many months later, or earlier.</summary>
    public CalendarMonth Plus(int months) => new(number + months);

    /// <summary>How many months there are from this one to another, both counted; below 1: the other is earlier.</summary>
    public int CountTo(CalendarMonth last) => last.number - number + 1;

    public int CompareTo(CalendarMonth other) => number.CompareTo(other.number);

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
