using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.Content.Cards;

/// <summary>What the record says that bears on asking, telling and handing over; an unknown thing is absent, never "no".</summary>
/// <param name="Screenings">All that were read, in any order.</param>
/// <param name="Talks">Days on which a brief talk was noted.</param>
/// <param name="Tasks">Our own tasks in the record.</param>
/// <param name="Referrals">Requests to places of addiction help.</param>
/// <param name="Reasons">Ids of the reasons to ask that hold, with what was seen.</param>
/// <param name="IsKnown">True: the problem is written down already, and nobody needs to be invited.</param>
public sealed record ScreeningFacts(
    Person Person,
    ImmutableArray<PastScreening> Screenings,
    ImmutableArray<DateOnly> Talks,
    ImmutableArray<PastTask> Tasks,
    ImmutableArray<PastReferral> Referrals,
    ImmutableArray<SeenReason> Reasons,
    bool IsKnown);

/// <summary>One screening of the past, judged by the clinic's pack.</summary>
/// <param name="Title">Instrument and score as one would say them, e.g. <c>AUDIT 14</c>.</param>
/// <param name="Meaning">What the score means under the pack, with the cut-off.</param>
/// <param name="Plan">The two-minute talk that belongs to it; null when it brings none.</param>
/// <param name="Places">Where one could hand over to; empty when hand-over is not indicated.</param>
/// <param name="IsHealthCheck">True for the two drinking questions of the health check: they invite, they do not screen.</param>
public sealed record PastScreening(
    string InstrumentId,
    Topic Topic,
    DateOnly Day,
    Seriousness Level,
    Localized Title,
    Localized Meaning,
    bool IsComplete,
    bool HandOver,
    bool IsHealthCheck,
    Func<Language, InterventionPlan?> Plan,
    Func<Language, ImmutableArray<Suggestion>> Places);

/// <summary>A task of ours: to ask, to look again, to check on safety, or a step of a hand-over.</summary>
/// <param name="IsDone">True when it was completed; a task taken back is neither open nor done.</param>
public sealed record PastTask(string Kind, DateOnly? Due, bool IsOpen, bool DidNotCome, bool IsDone);

/// <summary>A request to a place, and whether it is still open.</summary>
public sealed record PastReferral(DateOnly? Day, bool IsOpen);

/// <summary>Something in the record that makes it worth asking.</summary>
/// <param name="RuleId">The rule of the content, e.g. <c>hypertension</c>.</param>
/// <param name="Value">The result with its unit, where it is a result.</param>
public sealed record SeenReason(string RuleId, string? Value);
