using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>
/// One benzodiazepine-type ingredient at one daily dose, handed out again and again, from the first to the newest supply.
/// A change to use as needed leaves a gap and so ends it; taken beside it changes nothing.
/// </summary>
internal sealed class BzContinuousRule(SignalDefinition definition, MedicineTable medicines) : SignalRule(definition)
{
    private readonly Looked looked = Looked.Benzodiazepines(medicines, definition.Groups);
    private readonly DateOnly countFrom = DayOf(definition.Need(LimitNames.CountFrom));
    private readonly int gapDays = definition.Need(LimitNames.GapDays);

    public override int MonthsShown => Definition.Threshold;

    public override bool MayHold(in PersonSpans person, int from, int to)
    {
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (ref readonly var fact in person.Dispensings)
        {
            if (Looks(in fact))
            {
                first = fact.Date < first ? fact.Date : first;
                last = fact.Date > last ? fact.Date : last;
            }
        }

        return last > first && Months.NumberOf(last) - Months.NumberOf(first) >= Least;
    }

    public override bool Looks(in DispensingFact dispensing) =>
        dispensing.Form == IntakeForm.Daily && dispensing.Date >= countFrom && looked.At(in dispensing);

    public override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var ingredients = Exposures.Of(facts, fact => Looks(fact), looked.Medicines)
            .GroupBy(exposure => exposure.Drug).OrderBy(same => same.Key).Select(same => same.ToArray()).ToArray();
        return [.. Enumerable.Range(from, to - from + 1).Select(month => CountIn(month, ingredients))];
    }

    private SignalCount? CountIn(int month, Exposure[][] ingredients)
    {
        var chains = ingredients.Select(supplies => LastChain(supplies, month)).OfType<Chain>().Where(chain => StatusOf(chain.Length) is not null);
        if (chains.OrderBy(chain => chain.NotTold > 0).ThenByDescending(chain => chain.Length).FirstOrDefault() is not { } longest)
        {
            return null;
        }

        var status = StatusOf(longest.Length)!.Value;
        return new SignalCount(
            status,
            longest.Length,
            LimitOf(status),
            looked.EvidenceOfAll(longest.Supplies),
            Words(
                longest.Length,
                LimitOf(status),
                ("medicines", looked.NamesOf([longest.Supplies[0].Drug])),
                ("from", Values.Day(longest.Supplies[0].Latest)),
                ("to", Values.Day(longest.Supplies[^1].Date))),
            longest.NotTold > 0 ? new ClaimExclusion(SignalExclusions.DoseNotTold, longest.NotTold) : null);
    }

    /// <summary>
    /// The supplies that follow one another without a larger gap or another dose, up to the newest of the month; null when
    /// they were over before the month began. A dose that cannot be compared ends nothing; it makes the count uncertain.
    /// </summary>
    private Chain? LastChain(Exposure[] supplies, int month)
    {
        var chain = new List<Exposure>();
        var (end, notTold) = (int.MinValue, 0);
        foreach (var supply in supplies.TakeWhile(supply => Months.NumberOf(supply.Date) <= month))
        {
            var order = chain.FindLast(before => before.Dose.Compare(supply.Dose) is not null)?.Dose.Compare(supply.Dose);
            if (chain.Count > 0 && (supply.Start - end > gapDays || order is not (null or 0)))
            {
                chain.Clear();
                notTold = 0;
            }

            end = Math.Max(chain.Count > 0 ? end : supply.Start, supply.Latest.DayNumber) + supply.Days;
            notTold += chain.Count > 0 && order is null ? 1 : 0;
            chain.Add(supply);
        }

        var isCurrent = chain.Count > 0 && end + gapDays >= Months.FirstDay(month).DayNumber;
        return isCurrent ? new Chain(chain, Math.Max(0, Months.Between(chain[0].Latest, chain[^1].Date)), notTold) : null;
    }

    private static DateOnly DayOf(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    private sealed record Chain(List<Exposure> Supplies, int Length, int NotTold);
}
