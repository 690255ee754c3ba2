using System.Collections.Immutable;
using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>
/// The fee schedule's rule for several psychotropics in one prescription, by ingredient; approaching when prescriptions
/// that each stay below it hold as many together in a month.
/// </summary>
internal sealed class PolypharmacyRule : SignalRule
{
    private static readonly ImmutableArray<(string Limit, ImmutableArray<MedicineGroup> Groups)> Counts =
    [
        (LimitNames.AnxiolyticsAndHypnotics, [MedicineGroup.Anxiolytic, MedicineGroup.Hypnotic]),
        (LimitNames.Anxiolytics, [MedicineGroup.Anxiolytic]),
        (LimitNames.Hypnotics, [MedicineGroup.Hypnotic]),
        (LimitNames.Antidepressants, [MedicineGroup.Antidepressant]),
        (LimitNames.Antipsychotics, [MedicineGroup.Antipsychotic]),
    ];

    private readonly Looked looked;
    private readonly int least;
    private readonly MonthTallies.Weight<DispensingFact> weigh;

    public PolypharmacyRule(SignalDefinition definition, MedicineTable medicines)
        : base(definition)
    {
        looked = Looked.Groups(medicines, [.. Counts.SelectMany(count => count.Groups).Distinct()]);
        least = LimitNames.FeeRule.Min(definition.Need);
        weigh = Weigh;
    }

    public override bool MayHold(in PersonSpans person, int from, int to) =>
        person.Dispensings.Length >= least && MonthTallies.AnyReaches(person.Dispensings, from, to, least, weigh);

    /// <summary>Medicines as needed count, too (F400 注); what is put on or injected does not.</summary>
    public override bool Looks(in DispensingFact dispensing) => dispensing.Form != IntakeForm.Other && looked.At(in dispensing);

    public override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var byMonth = facts.Dispensings.Where(fact => Looks(fact)).ToLookup(fact => Months.NumberOf(fact.Date));
        return [.. Enumerable.Range(from, to - from + 1).Select(month => CountIn([.. byMonth[month]]))];
    }

    private SignalCount? CountIn(DispensingFact[] facts)
    {
        var prescriptions = facts.GroupBy(fact => (fact.Place.File, fact.Source, fact.Pharmacy, fact.Prescription)).ToArray();
        var reached = prescriptions.SelectMany(prescription => Counted([.. prescription]))
            .OrderByDescending(count => count.Value - count.Limit)
            .ThenByDescending(count => count.Value)
            .FirstOrDefault();
        if (reached is not null)
        {
            return Said(SignalStatus.Reached, reached, 1);
        }

        return Definition.Optional(LimitNames.AcrossPrescriptions) is { } several && prescriptions.Length >= several
            && Counted(facts).OrderByDescending(count => count.Value - count.Limit).ThenByDescending(count => count.Value).FirstOrDefault() is { } together
            ? Said(SignalStatus.Approaching, together, together.Facts.Select(fact => (fact.Place.File, fact.Source, fact.Pharmacy, fact.Prescription)).Distinct().Count())
            : null;
    }

    private IEnumerable<GroupCount> Counted(DispensingFact[] facts) =>
        from count in Counts
        let counted = Array.FindAll(facts, fact => count.Groups.Contains(looked.Medicines.Ingredient(fact.Ingredient)!.Group))
        let value = counted.Select(fact => fact.Ingredient).Distinct().Count()
        where value >= Definition.Need(count.Limit)
        select new GroupCount(value, Definition.Need(count.Limit), counted);

    private SignalCount Said(SignalStatus status, GroupCount count, int prescriptions) => new(
        status,
        count.Value,
        count.Limit,
        EvidenceOf.InOrder(count.Facts.Select(fact => EvidenceOf.Dispensing(fact, looked.Medicines))),
        Words(count.Value, count.Limit, ("medicines", looked.NamesOf(count.Facts.Select(fact => Drug.Of(fact)))), ("prescriptions", Values.Number(prescriptions))));

    private int Weigh(in DispensingFact fact, out int month)
    {
        month = Months.NumberOf(fact.Date);
        return Looks(in fact) ? 1 : 0;
    }

    private sealed record GroupCount(int Value, int Limit, DispensingFact[] Facts);
}
