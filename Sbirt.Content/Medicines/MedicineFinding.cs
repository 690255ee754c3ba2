using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines;

/// <summary>What the rules found in a person's medicines: most serious first, then in the order of the rules' file.</summary>
/// <param name="Open">What could not be judged because facts are missing; never a guess in place of it.</param>
/// <param name="Unread">What could not be read at all, each reason once.</param>
public sealed record MedicineJudgement(
    ImmutableArray<MedicineFinding> Findings,
    ImmutableArray<OpenQuestion> Open,
    ImmutableArray<UnreadNote> Unread);

/// <summary>A rule that holds, with the words for it and what it rests on. It names medicines, days and dates, never a person.</summary>
/// <param name="Action">What can be done, as an offer to the doctor.</param>
/// <param name="Safety">That stopping suddenly can be dangerous; there whenever such a medicine is among them.</param>
/// <param name="RestsOnEstimate">Days of use as needed, or a name in place of a code, went into it.</param>
public sealed record MedicineFinding(
    MedicineRule Rule,
    Seriousness Seriousness,
    Localized Title,
    Localized Detail,
    Localized Action,
    Localized? Safety,
    ImmutableArray<MedicineOffer> Offers,
    ImmutableArray<MedicineEvidence> Evidence,
    bool RestsOnEstimate)
{
    /// <summary>The rule's id, e.g. <c>overlapping-supply</c>.</summary>
    public string RuleId => Rule.Id;

    /// <summary>The orders being written that a shorter supply is offered for; empty: the offer stays in words.</summary>
    public ImmutableArray<ShorterSupply> Shorter { get; init; } = [];
}

/// <summary>A supply that a finding rests on.</summary>
/// <param name="UseIds">Ids of the uses it was made of.</param>
public sealed record MedicineEvidence(
    ImmutableArray<string> UseIds,
    Ingredient Ingredient,
    bool IsDraft,
    DaySpan Start,
    int? Days,
    bool DaysAreEstimated,
    DailyAmount? Daily);

/// <summary>A rule that could neither hold nor be ruled out, and which fact is missing.</summary>
public sealed record OpenQuestion(MedicineRule Rule, Localized Text);
