namespace Sbirt.Content.Medicines.Judging;

/// <summary>Days by their numbers, the end left out; empty when it does not lie after the beginning.</summary>
internal readonly record struct DayRange(int From, int To)
{
    public bool IsEmpty => To <= From;

    public bool Contains(DateOnly day) => From <= day.DayNumber && day.DayNumber < To;

    public DayRange Meet(DayRange other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    /// <summary>How many days lie in at least one of the ranges.</summary>
    public static int DaysIn(IEnumerable<DayRange> ranges)
    {
        var days = 0;
        var reached = int.MinValue;
        foreach (var range in ranges.Where(range => !range.IsEmpty).OrderBy(range => range.From))
        {
            days += Math.Max(0, range.To - Math.Max(reached, range.From));
            reached = Math.Max(reached, range.To);
        }

        return days;
    }
}
