namespace Sbirt.Content.Claims.Counting;

/// <summary>Whether any month holds so many facts: asked of every person, so loops over spans that allocate nothing.</summary>
internal static class MonthTallies
{
    /// <summary>More months than any scan has; the tallies stand on the stack.</summary>
    public const int MostMonths = 240;

    private const int MostWeight = 1_000_000;

    /// <summary>What one fact adds to its month; 0: it is not counted.</summary>
    public delegate int Weight<T>(in T fact, out int month);

    public static bool AnyReaches<T>(ReadOnlySpan<T> facts, int from, int to, int least, Weight<T> weigh)
    {
        Span<int> tallies = stackalloc int[to - from + 1];
        foreach (ref readonly var fact in facts)
        {
            var weight = weigh(in fact, out var month);
            if (weight > 0 && month >= from && month <= to && (tallies[month - from] += Math.Min(weight, MostWeight)) >= least)
            {
                return true;
            }
        }

        return false;
    }
}
