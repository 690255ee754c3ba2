using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Claims of one month of care; approaching in a band of numbers, or when they rise month after month.</summary>
internal sealed class ClaimsPerMonthRule : SignalRule
{
    private const int Percent = 100;

    private readonly int kinds;
    private readonly int riseFrom;
    private readonly int least;
    private readonly MonthTallies.Weight<ClaimFact> weigh;

    public ClaimsPerMonthRule(SignalDefinition definition)
        : base(definition)
    {
        kinds = KindsOf(definition);
        riseFrom = definition.Optional(LimitNames.RiseFrom) ?? int.MaxValue;
        least = Math.Min(Least, riseFrom);
        weigh = Weigh;
    }

    public override bool MayHold(in PersonSpans person, int from, int to) =>
        person.Claims.Length >= least && MonthTallies.AnyReaches(person.Claims, from, to, least, weigh);

    public override bool Looks(in ClaimFact claim) => IsOf(kinds, claim.Kind);

    public override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var byMonth = facts.Claims.Where(claim => Looks(claim)).GroupBy(claim => Months.NumberOf(claim.Month)).ToDictionary(same => same.Key, same => same.ToArray());
        var counts = new SignalCount?[to - from + 1];
        for (var month = from; month <= to; month++)
        {
            if (byMonth.GetValueOrDefault(month) is not { } claims)
            {
                continue;
            }

            if (StatusOf(claims.Length) is { } status)
            {
                counts[month - from] = Said(status, claims, LimitOf(status), claims);
            }
            else if (RisenTo(byMonth, month) is { } limit)
            {
                var before = Enumerable.Range(month - Definition.Need(LimitNames.RiseMonths), Definition.Need(LimitNames.RiseMonths));
                counts[month - from] = Said(SignalStatus.Approaching, claims, limit, before.SelectMany(each => byMonth[each]).Concat(claims));
            }
        }

        return counts;
    }

    /// <summary>Which kinds of claims a signal counts, as bits.</summary>
    internal static int KindsOf(SignalDefinition definition) => definition.Counts.Aggregate(0, (all, kind) => all | (1 << (int)kind));

    internal static bool IsOf(int kinds, ClaimKind kind) => (kinds & (1 << (int)kind)) != 0;

    private SignalCount Said(SignalStatus status, ClaimFact[] claims, decimal limit, IEnumerable<ClaimFact> evidence) => new(
        status,
        claims.Length,
        limit,
        EvidenceOf.InOrder(evidence.Select(claim => EvidenceOf.Claim(claim))),
        Words(claims.Length, limit, ("sum", Sum(claims))));

    /// <summary>The count from which the last step is a rise, when this month and each of those before is one; or null.</summary>
    private int? RisenTo(Dictionary<int, ClaimFact[]> byMonth, int month)
    {
        int CountIn(int each) => byMonth.GetValueOrDefault(each)?.Length ?? 0;

        if (CountIn(month) < riseFrom)
        {
            return null;
        }

        int RiseAfter(int count) => ((count * (Percent + Definition.Need(LimitNames.RisePercent))) + Percent - 1) / Percent;

        for (var each = month; each > month - Definition.Need(LimitNames.RiseMonths); each--)
        {
            if (CountIn(each - 1) == 0 || CountIn(each) < RiseAfter(CountIn(each - 1)))
            {
                return null;
            }
        }

        return Math.Max(riseFrom, RiseAfter(CountIn(month - 1)));
    }

    private static Localized Sum(ClaimFact[] claims)
    {
        var kinds = claims.GroupBy(claim => claim.Kind).OrderBy(same => same.Key)
            .Select(same => (Name: EvidenceOf.NameOf(same.Key), Count: same.Count().ToString(CultureInfo.InvariantCulture))).ToList();
        return new Localized(
            string.Join(" + ", kinds.Select(kind => $"{kind.Name.Ja} {kind.Count}")),
            string.Join(" + ", kinds.Select(kind => $"{kind.Name.En} {kind.Count}")));
    }

    private int Weigh(in ClaimFact claim, out int month)
    {
        month = Months.NumberOf(claim.Month);
        return IsOf(kinds, claim.Kind) ? 1 : 0;
    }
}
