using System.Collections.Immutable;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Which facts a signal does not count, and by which exclusion.</summary>
internal sealed class LeavingOut(ImmutableArray<string> ids)
{
    private readonly bool inpatient = ids.Contains(SignalExclusions.Inpatient);
    private readonly bool suspected = ids.Contains(SignalExclusions.SuspectedDisease);
    private readonly ClaimSigns signs = ids.Aggregate(ClaimSigns.None, (all, id) => all | SignalExclusions.Known[id]);

    /// <summary>The first exclusion that holds; null: it is counted.</summary>
    public string? ReasonOf(in ClaimFact claim) =>
        inpatient && claim.IsInpatient ? SignalExclusions.Inpatient : ReasonOf(claim.Signs & signs);

    public string? ReasonOf(in DispensingFact dispensing) => inpatient && dispensing.IsInpatient ? SignalExclusions.Inpatient : null;

    /// <summary>A disease name shares the signs of the claim it stands on.</summary>
    public string? ReasonOf(in DiseaseFact disease, Dictionary<(int Month, ShortCode Institution, bool IsInpatient), ClaimSigns>? marked) =>
        inpatient && disease.IsInpatient ? SignalExclusions.Inpatient
        : suspected && disease.IsSuspected ? SignalExclusions.SuspectedDisease
        : marked is null ? null
        : ReasonOf(marked.GetValueOrDefault((disease.Month, disease.Institution, disease.IsInpatient)));

    /// <summary>Claims with a sign that is left out; null: none.</summary>
    public Dictionary<(int Month, ShortCode Institution, bool IsInpatient), ClaimSigns>? MarkedClaims(PersonFacts facts)
    {
        Dictionary<(int, ShortCode, bool), ClaimSigns>? marked = null;
        foreach (var claim in facts.Claims.Where(claim => (claim.Signs & signs) != 0))
        {
            marked ??= [];
            var key = (claim.Month, claim.Institution, claim.IsInpatient);
            marked[key] = marked.GetValueOrDefault(key) | (claim.Signs & signs);
        }

        return marked;
    }

    private string? ReasonOf(ClaimSigns found)
    {
        if (found == ClaimSigns.None)
        {
            return null;
        }

        foreach (var id in ids)
        {
            if ((SignalExclusions.Known[id] & found) != 0)
            {
                return id;
            }
        }

        return null;
    }
}
