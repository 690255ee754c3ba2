using System.Collections.Immutable;

namespace Sbirt.Content.Cards;

/// <summary>One prompt as it is counted: nothing of the patient, nothing that anybody wrote.</summary>
/// <param name="IsSafety">True when it was about somebody's safety; such a card is never governed.</param>
/// <param name="OfferedAt">In the clinic's own time; its month counts.</param>
/// <param name="ReasonCode">Coded reason it was set aside for; null: none.</param>
public readonly record struct CountedPrompt(
    string Service,
    string Kind,
    bool IsSafety,
    DateTimeOffset OfferedAt,
    PromptOutcome Outcome,
    string? ReasonCode,
    DateTimeOffset? ActedAt);

/// <summary>What became of a number of prompts.</summary>
/// <param name="NothingSaid">Nobody accepted or set aside, which is not a no.</param>
/// <param name="Reasons">Of those set aside: how many for each coded reason, most often first.</param>
/// <param name="TimeToAct">Null: nobody acted yet.</param>
public sealed record PromptCount(
    int Offered,
    int Accepted,
    int Overridden,
    int NothingSaid,
    ImmutableArray<ReasonCount> Reasons,
    TimeToAct? TimeToAct)
{
    /// <summary>No prompt at all.</summary>
    public static PromptCount Nothing { get; } = new(0, 0, 0, 0, [], null);

    /// <summary>Accepted of all offers, in percent with one decimal; null without offers.</summary>
    public decimal? AcceptancePercent => Offered == 0 ? null : Math.Round(100m * Accepted / Offered, 1, MidpointRounding.AwayFromZero);
}

/// <summary>How many were set aside for a reason.</summary>
/// <param name="Code">A code of the content; <see cref="NotTold"/> and <see cref="Other"/> stand for none and for any other.</param>
public sealed record ReasonCount(string Code, int Count)
{
    /// <summary>Set aside without a coded reason.</summary>
    public const string NotTold = "not-told";

    /// <summary>Set aside with a code that is none of ours; the code itself is not repeated.</summary>
    public const string Other = "other";
}

/// <summary>From the offer to the answer, in seconds: quartiles with linear interpolation between the values.</summary>
/// <param name="Count">How many answers they rest on; answers dated before their offer are left out.</param>
public sealed record TimeToAct(int Count, decimal LowerQuartile, decimal Median, decimal UpperQuartile);
