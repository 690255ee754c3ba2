using Sbirt.Content.Languages;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Days of care (診療実日数) at one institution in one month.</summary>
internal sealed class VisitsOneInstitutionRule : MonthlyRule<ShortCode>
{
    private const int MostDays = 31;

    private readonly int kinds;
    private readonly MonthTallies.Weight<ClaimFact> weigh;

    public VisitsOneInstitutionRule(SignalDefinition definition)
        : base(definition)
    {
        kinds = ClaimsPerMonthRule.KindsOf(definition);
        weigh = Weigh;
    }

    public override bool MayHold(in PersonSpans person, int from, int to) =>
        MonthTallies.AnyReaches(person.Claims, from, to, Least, weigh);

    public override bool Looks(in ClaimFact claim) => ClaimsPerMonthRule.IsOf(kinds, claim.Kind);

    protected override Dictionary<ShortCode, SubjectTally>[] Tally(PersonFacts facts, int first, int last) =>
        [.. from month in Enumerable.Range(first, last - first + 1)
            select (from claim in facts.Claims
                    where Looks(claim) && Months.NumberOf(claim.Month) == month && claim.Days > 0
                    group claim by claim.Institution)
                .ToDictionary(
                    same => same.Key,
                    same => new SubjectTally(same.Sum(claim => Math.Min(claim.Days, MostDays)), () => same.Select(claim => EvidenceOf.Visits(claim))))];

    protected override Localized Words(ShortCode subject, SubjectTally tally, decimal limit) =>
        Words(tally.Value, limit, ("months", Values.Number(Definition.ConsecutiveMonths)));

    protected override int Compare(ShortCode one, ShortCode other) => one.CompareTo(other);

    private int Weigh(in ClaimFact claim, out int month)
    {
        month = Months.NumberOf(claim.Month);
        return ClaimsPerMonthRule.IsOf(kinds, claim.Kind) ? Math.Min(claim.Days, MostDays) : 0;
    }
}
