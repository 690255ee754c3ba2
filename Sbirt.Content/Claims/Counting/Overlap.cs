using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>The days that supplies of two or more institutions cover at once.</summary>
/// <param name="FirstDay">By its number; of no meaning without days.</param>
/// <param name="Meeting">The supplies that meet, in their order.</param>
internal sealed record Overlap(int Days, int FirstDay, List<Exposure> Meeting)
{
    public int Sources => Meeting.Select(exposure => exposure.Source).Distinct().Count();

    /// <summary>Sweeps over beginnings and ends (domain rule 2); who an unnamed institution is, nobody can tell.</summary>
    public static Overlap Of(IEnumerable<Exposure> exposures, DayRange window)
    {
        var clipped = exposures.Where(exposure => !exposure.Source.IsNone)
            .Select(exposure => (Exposure: exposure, Days: exposure.Certain.Meet(window)))
            .Where(each => !each.Days.IsEmpty)
            .ToArray();
        var edges = clipped.Select((each, index) => (Day: each.Days.From, Index: index, Begins: true))
            .Concat(clipped.Select((each, index) => (Day: each.Days.To, Index: index, Begins: false)))
            .OrderBy(edge => edge.Day)
            .ToArray();
        var fresh = new SortedSet<int>();
        var sources = new Dictionary<ShortCode, int>();
        var meeting = new SortedSet<int>();
        var (days, first) = (0, 0);
        for (var i = 0; i < edges.Length; i++)
        {
            var (day, index, begins) = edges[i];
            if (i > 0 && day > edges[i - 1].Day && sources.Count > 1)
            {
                first = days == 0 ? edges[i - 1].Day : first;
                days += day - edges[i - 1].Day;
                meeting.UnionWith(fresh);
                fresh.Clear();
            }

            Change(fresh, sources, index, clipped[index].Exposure.Source, begins);
        }

        return new Overlap(days, first, [.. meeting.Select(index => clipped[index].Exposure)]);
    }

    private static void Change(SortedSet<int> fresh, Dictionary<ShortCode, int> sources, int index, ShortCode source, bool begins)
    {
        if (begins)
        {
            fresh.Add(index);
            sources[source] = sources.GetValueOrDefault(source) + 1;
            return;
        }

        fresh.Remove(index);
        if (--sources[source] == 0)
        {
            sources.Remove(source);
        }
    }
}
