using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Days on which benzodiazepine-type medicines of two institutions cover the same day.</summary>
internal sealed class BzOverlapRule(SignalDefinition definition, MedicineTable medicines) : SignalRule(definition)
{
    private readonly Looked looked = Looked.Benzodiazepines(medicines, definition.Groups);

    /// <summary>Supplies of earlier months reach into this one.</summary>
    public override int MonthsShown => Definition.WindowMonths + 1;

    public override bool MayHold(in PersonSpans person, int from, int to) => looked.Among(person, 2, severalSources: true);

    public override bool Looks(in DispensingFact dispensing) => looked.At(in dispensing);

    /// <summary>
    /// The overlap that begins by the end of the month, of what was handed out until then, from the first day of the
    /// window on. Supplies reach past the end of the month, and their days there count. Null: there is none.
    /// </summary>
    public static Overlap? OverlapIn(int month, int windowMonths, IEnumerable<Exposure> exposures)
    {
        var last = Months.LastDay(month).DayNumber;
        var overlap = Overlap.Of(
            exposures.Where(exposure => exposure.Latest.DayNumber <= last),
            new DayRange(Months.FirstDay(month - windowMonths + 1).DayNumber, int.MaxValue));
        return overlap.Days > 0 && overlap.FirstDay <= last ? overlap : null;
    }

    public override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var kinds = looked.ExposuresOf(facts)
            .GroupBy(exposure => Definition.Subject == SignalSubject.Ingredient ? exposure.Drug.Ingredient : (int)exposure.Ingredient!.Group)
            .OrderBy(same => same.Key)
            .Select(same => same.ToArray())
            .Where(same => same.DistinctBy(exposure => exposure.Source).Skip(1).Any())
            .ToArray();
        return [.. Enumerable.Range(from, to - from + 1).Select(month => CountIn(month, kinds))];
    }

    private SignalCount? CountIn(int month, Exposure[][] kinds)
    {
        var longest = kinds.Select(kind => OverlapIn(month, Definition.WindowMonths, kind)).OfType<Overlap>().MaxBy(overlap => overlap.Days);
        if (longest is null || StatusOf(longest.Days) is not { } status)
        {
            return null;
        }

        return new SignalCount(
            status,
            longest.Days,
            LimitOf(status),
            looked.EvidenceOfAll(longest.Meeting),
            Words(longest.Days, LimitOf(status), ("medicines", looked.NamesOf(longest.Meeting.Select(exposure => exposure.Drug))), ("institutions", Values.Number(longest.Sources))),
            RestsOnEstimate: longest.Meeting.Exists(exposure => exposure.IsEstimate));
    }
}
