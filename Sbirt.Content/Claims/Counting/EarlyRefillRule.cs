using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>
/// Supplies of one ingredient from one institution that came while much of the last one was left, again and again. A raised
/// dose is a change and no refill. A month is said when one of them fell in it.
/// </summary>
internal sealed class EarlyRefillRule(SignalDefinition definition, MedicineTable medicines) : SignalRule(definition)
{
    private const int Percent = 100;
    private const int DaysOfMonth = 30;

    private readonly Looked looked = Looked.Groups(medicines, definition.Groups);
    private readonly int grace = definition.Need(LimitNames.GraceDays);
    private readonly int gracePercent = definition.Optional(LimitNames.GracePercent) ?? 0;
    private readonly int within = definition.Need(LimitNames.WithinDays);

    public override int MonthsShown => (within / DaysOfMonth) + 1;

    public override bool MayHold(in PersonSpans person, int from, int to) =>
        person.Dispensings.Length > Least && looked.Among(person, Least + 1, severalSources: false);

    public override bool Looks(in DispensingFact dispensing) =>
        dispensing is { Form: IntakeForm.Daily, IsDayKnown: true, Source.IsNone: false } && looked.At(in dispensing);

    public override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var ingredients = Exposures.Of(facts, fact => Looks(fact), looked.Medicines)
            .GroupBy(exposure => exposure.Drug).OrderBy(same => same.Key)
            .Select(same => same.GroupBy(exposure => exposure.Source).SelectMany(Early).ToArray())
            .Where(early => early.Length > 0)
            .ToArray();
        return [.. Enumerable.Range(from, to - from + 1).Select(month => CountIn(month, ingredients))];
    }

    private IEnumerable<Refill> Early(IEnumerable<Exposure> supplies)
    {
        Exposure? last = null;
        foreach (var next in supplies)
        {
            if (last is not null
                && last.Start + last.Days - next.Start > Math.Max(grace, last.Days * gracePercent / Percent)
                && !(last.Dose.Compare(next.Dose) < 0))
            {
                yield return new Refill(last, next);
            }

            last = next;
        }
    }

    private SignalCount? CountIn(int month, Refill[][] ingredients)
    {
        var end = Months.LastDay(month).DayNumber;
        var most = ingredients
            .Select(early => Array.FindAll(early, refill => refill.Next.Start <= end && end - refill.Next.Start < within))
            .Where(early => Array.Exists(early, refill => Months.NumberOf(refill.Next.Date) == month))
            .MaxBy(early => early.Length);
        if (most is null || StatusOf(most.Length) is not { } status)
        {
            return null;
        }

        return new SignalCount(
            status,
            most.Length,
            LimitOf(status),
            looked.EvidenceOfAll(most.SelectMany(refill => new[] { refill.Last, refill.Next })),
            Words(
                most.Length,
                LimitOf(status),
                ("medicines", looked.NamesOf([most[0].Next.Drug])),
                ("within", Values.Number(within)),
                ("grace", Values.Number(grace))));
    }

    private sealed record Refill(Exposure Last, Exposure Next);
}
