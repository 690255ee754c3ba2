using System.Collections.Immutable;

namespace Sbirt.Content.Cards;

/// <summary>What became of a clinic's prompts over some months: counts, and what the printed rule says of each kind.</summary>
/// <param name="Months">Every month of the time, in order.</param>
/// <param name="Unmatched">Feedback that came for cards nobody here gave out.</param>
public sealed record PromptReport(
    CalendarMonth From,
    CalendarMonth To,
    PromptCount All,
    ImmutableArray<ServiceCount> Services,
    ImmutableArray<KindCount> Kinds,
    ImmutableArray<MonthCount> Months,
    long Unmatched)
{
    /// <summary>The kinds that people are asked to look at; they go on being shown until somebody decides.</summary>
    public ImmutableArray<KindCount> Proposed => [.. Kinds.Where(kind => kind.Verdict == RetirementVerdict.Proposed)];
}

/// <summary>The prompts of one CDS service.</summary>
public sealed record ServiceCount(string Service, PromptCount Count);

/// <summary>The prompts of one kind of card of a service.</summary>
public sealed record KindCount(string Service, string Kind, PromptCount Count, RetirementVerdict Verdict);

/// <summary>The prompts offered in one month.</summary>
public sealed record MonthCount(CalendarMonth Month, PromptCount Count);

/// <summary>What the retirement rule says of a kind of card.</summary>
public enum RetirementVerdict
{
    /// <summary>Accepted often enough.</summary>
    Stays,

    /// <summary>Accepted less often than the rule asks, over enough offers.</summary>
    Proposed,

    /// <summary>Not offered often enough to say.</summary>
    TooFewOffers,

    /// <summary>The record system sends too little feedback to say.</summary>
    TooLittleFeedback,

    /// <summary>It is about safety; no count speaks against it.</summary>
    NeverGoverned,
}
