using Sbirt.Content.Languages;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Institutions whose claims of one month carry the same disease code; text without a code is no name.</summary>
internal sealed class InstitutionsSameDiseaseRule(SignalDefinition definition) : MonthlyRule<ShortCode>(definition)
{
    private static readonly ShortCode WithoutCode = ShortCode.Of("0000999")!.Value;
    private static readonly MonthTallies.Weight<DiseaseFact> Weigh = static (in DiseaseFact disease, out int month) =>
    {
        month = Months.NumberOf(disease.Month);
        return 1;
    };

    public override bool MayHold(in PersonSpans person, int from, int to) =>
        person.Diseases.Length >= Least && InstitutionsDiffer(in person) && MonthTallies.AnyReaches(person.Diseases, from, to, Least, Weigh);

    public override bool Looks(in DiseaseFact disease) => disease.Disease != WithoutCode && !disease.Disease.IsNone;

    protected override Dictionary<ShortCode, SubjectTally>[] Tally(PersonFacts facts, int first, int last)
    {
        var byMonth = facts.Diseases.Where(disease => Looks(disease)).ToLookup(disease => Months.NumberOf(disease.Month));
        return [.. from month in Enumerable.Range(first, last - first + 1)
                   select byMonth[month].GroupBy(disease => disease.Disease).ToDictionary(
                       same => same.Key,
                       same => new SubjectTally(
                           same.Select(disease => disease.Institution).Distinct().Count(),
                           () => same.DistinctBy(disease => disease.Institution).Select(disease => EvidenceOf.Disease(disease))))];
    }

    protected override Localized Words(ShortCode subject, SubjectTally tally, decimal limit) =>
        Words(tally.Value, limit, ("months", Values.Number(Definition.ConsecutiveMonths)));

    protected override int Compare(ShortCode one, ShortCode other) => one.CompareTo(other);

    private bool InstitutionsDiffer(in PersonSpans person)
    {
        if (Least < 2)
        {
            return true;
        }

        var diseases = person.Diseases;
        foreach (ref readonly var disease in diseases)
        {
            if (disease.Institution != diseases[0].Institution)
            {
                return true;
            }
        }

        return false;
    }
}
