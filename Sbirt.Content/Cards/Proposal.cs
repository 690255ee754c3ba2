using Sbirt.Content.Referrals;

namespace Sbirt.Content.Cards;

/// <summary>Something a suggestion would add to the record, or shorten in the order being written; nothing is done until a person accepts it.</summary>
/// <param name="Description">What accepting it does, in the reader's language.</param>
public abstract record Proposal(string Description)
{
    /// <summary>A task to have an instrument answered.</summary>
    /// <param name="InstrumentId">The instrument, e.g. <c>audit-c</c>.</param>
    public sealed record Ask(string Description, string InstrumentId, DateOnly From) : Proposal(Description);

    /// <summary>The note that the two-minute talk took place, with what was said.</summary>
    public sealed record NoteTalk(string Description, string Note, DateOnly On) : Proposal(Description);

    /// <summary>A request to a place, which the doctor completes and sends.</summary>
    public sealed record Refer(string Description, Place Place, bool IsUrgent, DateOnly On) : Proposal(Description);

    /// <summary>A task of the hand-over, such as calling together or asking after a missed day.</summary>
    /// <param name="Step">Rung of the hand-over ladder it belongs to, e.g. <c>told</c>.</param>
    public sealed record Accompany(string Description, string Step, DateOnly From) : Proposal(Description);

    /// <summary>A task to look again on a day.</summary>
    public sealed record LookAgain(string Description, DateOnly From) : Proposal(Description);

    /// <summary>A task for somebody to stay with the patient and make a plan for safety now.</summary>
    public sealed record KeepSafe(string Description, DateOnly From) : Proposal(Description);

    /// <summary>A task about medicines: a call to the pharmacy, one prescriber, a shorter supply, a slow plan.</summary>
    /// <param name="OfferId">The offer of <c>Medicines/rules.yaml</c> it carries out.</param>
    public sealed record PlanMedicine(string Description, string OfferId, DateOnly From) : Proposal(Description);

    /// <summary>
    /// The order being written, for fewer days and otherwise as it was written. The only proposal that changes
    /// something that is there; whoever writes it checks first that it can be done exactly.
    /// </summary>
    /// <param name="OrderKey">The order, as <c>Type/id</c>.</param>
    public sealed record ShortenSupply(string Description, string OrderKey, int FromDays, int ToDays) : Proposal(Description);
}
