using Sbirt.Content.Languages;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Medicines by mouth handed out in one month, of a supply long enough, from institutions enough.</summary>
internal sealed class ManyDrugsRule : MonthlyRule<int>
{
    private const int EveryDrug = 0;

    private readonly MedicineTable medicines;
    private readonly int minDays;
    private readonly int minInstitutions;
    private readonly MonthTallies.Weight<DispensingFact> weigh;

    public ManyDrugsRule(SignalDefinition definition, MedicineTable medicines)
        : base(definition)
    {
        this.medicines = medicines;
        minDays = definition.Optional(LimitNames.MinDays) ?? 1;
        minInstitutions = definition.Optional(LimitNames.MinInstitutions) ?? 1;
        weigh = Weigh;
    }

    public override bool MayHold(in PersonSpans person, int from, int to) =>
        person.Dispensings.Length >= Least && MonthTallies.AnyReaches(person.Dispensings, from, to, Least, weigh);

    public override bool Looks(in DispensingFact dispensing) => dispensing.Form == IntakeForm.Daily && dispensing.Supply >= minDays;

    protected override Dictionary<int, SubjectTally>[] Tally(PersonFacts facts, int first, int last)
    {
        var byMonth = facts.Dispensings.Where(fact => Looks(fact)).ToLookup(fact => Months.NumberOf(fact.Date));
        return [.. Enumerable.Range(first, last - first + 1).Select(month => Tally([.. byMonth[month]]))];
    }

    protected override Localized Words(int subject, SubjectTally tally, decimal limit) =>
        Words(tally.Value, limit, ("institutions", Values.Number(tally.Institutions)));

    protected override int Compare(int one, int other) => one.CompareTo(other);

    private Dictionary<int, SubjectTally> Tally(DispensingFact[] facts)
    {
        var institutions = facts.Select(fact => fact.Source).Where(source => !source.IsNone).Distinct().Count();
        return minInstitutions > 1 && institutions < minInstitutions ? [] : new()
        {
            [EveryDrug] = new SubjectTally(
                facts.Select(fact => Drug.Of(fact)).Distinct().Count(),
                () => facts.Select(fact => EvidenceOf.Dispensing(fact, medicines)),
                institutions),
        };
    }

    private int Weigh(in DispensingFact fact, out int month)
    {
        month = Months.NumberOf(fact.Date);
        return Looks(in fact) ? 1 : 0;
    }
}
