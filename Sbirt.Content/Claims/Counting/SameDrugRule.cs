using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Institutions that gave the same medicine in one month, or whose supplies of it meet on so many days.</summary>
internal sealed class SameDrugRule(SignalDefinition definition, MedicineTable medicines) : MonthlyRule<SameDrugRule.Subject>(definition)
{
    private readonly Looked looked = Looked.Groups(medicines, definition.Groups);

    public override bool MayHold(in PersonSpans person, int from, int to) => looked.Among(person, Least, severalSources: Least > 1);

    public override bool Looks(in DispensingFact dispensing) => looked.At(in dispensing);

    protected override Dictionary<Subject, SubjectTally>[] Tally(PersonFacts facts, int first, int last) =>
        Definition.MinOverlapDays > 0 ? Meeting(facts, first, last) : HandedOut(facts, first, last);

    protected override Localized Words(Subject subject, SubjectTally tally, decimal limit) => Words(
        tally.Value,
        limit,
        ("medicines", NameOf(subject)),
        ("days", tally.Days > 0 ? Values.Number(tally.Days) : Values.Same("–")),
        ("months", Values.Number(Definition.ConsecutiveMonths)));

    protected override int Compare(Subject one, Subject other) =>
        one.Group != other.Group ? Comparer<MedicineGroup?>.Default.Compare(one.Group, other.Group) : one.Drug.CompareTo(other.Drug);

    private Dictionary<Subject, SubjectTally>[] HandedOut(PersonFacts facts, int first, int last)
    {
        var byMonth = facts.Dispensings.Where(fact => !fact.Source.IsNone && Looks(fact)).ToLookup(fact => Months.NumberOf(fact.Date));
        return [.. from month in Enumerable.Range(first, last - first + 1)
                   select byMonth[month].GroupBy(fact => SubjectOf(Drug.Of(fact))).ToDictionary(
                       same => same.Key,
                       same => new SubjectTally(
                           same.Select(fact => fact.Source).Distinct().Count(),
                           () => same.Select(fact => EvidenceOf.Dispensing(fact, looked.Medicines))))];
    }

    private Dictionary<Subject, SubjectTally>[] Meeting(PersonFacts facts, int first, int last)
    {
        var bySubject = looked.ExposuresOf(facts).GroupBy(exposure => SubjectOf(exposure.Drug)).ToArray();
        var months = new Dictionary<Subject, SubjectTally>[last - first + 1];
        for (var month = first; month <= last; month++)
        {
            months[month - first] = [];
            foreach (var same in bySubject)
            {
                var overlap = BzOverlapRule.OverlapIn(month, Definition.WindowMonths, same);
                if (overlap is not null && overlap.Days >= Definition.MinOverlapDays)
                {
                    months[month - first][same.Key] = new SubjectTally(overlap.Sources, () => looked.EvidenceOfAll(overlap.Meeting), overlap.Sources, overlap.Days, overlap.Meeting.Exists(exposure => exposure.IsEstimate));
                }
            }
        }

        return months;
    }

    private Subject SubjectOf(Drug drug) =>
        Definition.Subject == SignalSubject.TherapeuticClass && looked.Medicines.Ingredient(drug.Ingredient) is { } ingredient
            ? new Subject(ingredient.Group, default)
            : new Subject(null, drug);

    private Localized NameOf(Subject subject) => subject.Group is { } group ? GroupNames.Of(group) : looked.Medicines.NameOf(subject.Drug);

    /// <summary>A group of medicines, or one medicine.</summary>
    internal readonly record struct Subject(MedicineGroup? Group, Drug Drug);
}
