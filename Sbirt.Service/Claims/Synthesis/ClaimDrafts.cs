namespace Sbirt.Service.Claims.Synthesis;

/// <summary>The claims of one person in one month. Drafts are used again, so that nothing is allocated for each person.</summary>
internal sealed class ClaimDrafts(District district)
{
    private readonly List<ClaimDraft> pool = [];
    private ClaimDraft? visit;

    public int Count { get; private set; }

    /// <summary>The dispensing claim of the last prescription; null: its clinic hands out itself.</summary>
    public ClaimDraft? Dispensing { get; private set; }

    public ClaimDraft this[int index] => pool[index];

    public void Clear() => (Count, visit, Dispensing) = (0, null, null);

    public ClaimDraft Add(ClaimWork work, int institution, int month, int disease)
    {
        if (Count == pool.Count)
        {
            pool.Add(new ClaimDraft());
        }

        var draft = pool[Count++].Begin(work, institution, month, disease);
        if (work == ClaimWork.Visit)
        {
            (visit, Dispensing) = (draft, null);
        }

        return draft;
    }

    /// <summary>Whoever was visited last prescribes for this pharmacy, unless it hands medicines out itself.</summary>
    public ClaimDraft? Prescribe(int pharmacy)
    {
        var from = visit!;
        if (district[from.Institution].HandsOut)
        {
            return null;
        }

        Dispensing = Add(ClaimWork.Dispensing, pharmacy, from.Month, from.Disease);
        Dispensing.Prescriber = from.Institution;
        return Dispensing;
    }

    /// <summary>By the pharmacy of the last prescription, or by the clinic itself.</summary>
    public void Give(Supply supply)
    {
        visit!.On(supply.Day);
        (Dispensing ?? visit).Give(supply);
    }
}
