using System.Collections.Immutable;
using Sbirt.Content.Findings;

namespace Sbirt.Content.Cards;

/// <summary>
/// Keeps prompts few: at most one interrupting card a visit, and quiet for a while after somebody set a card aside, for
/// as long as the reason they gave. Safety is never kept quiet, and a situation that became worse speaks again.
/// </summary>
public static class Governing
{
    /// <summary>
    /// The card as it may be shown now, or null. Once another service has interrupted the visit, the card is shown without
    /// interrupting: what it says is said nowhere else, and an order is signed only once.
    /// </summary>
    /// <param name="service">The service that is asked; a service keeps quiet about its own cards only.</param>
    /// <param name="past">What any service offered for this patient before, in any order.</param>
    /// <param name="visit">The visit the call belongs to.</param>
    public static Card? Governed(Card card, string service, IEnumerable<PastPrompt> past, string visit, DateTimeOffset now)
    {
        var before = past.Where(prompt => prompt.OfferedAt <= now).ToLookup(prompt => prompt.Service == service);
        if (!MayShow(card, before[true], visit, now))
        {
            return null;
        }

        return !card.IsSafety && IsOneTooMany(card, before[false], visit) ? card with { Indicator = CardIndicator.Info } : card;
    }

    /// <summary>True when the card may be shown now, given what the same service offered before.</summary>
    internal static bool MayShow(Card card, IEnumerable<PastPrompt> past, string visit, DateTimeOffset now)
    {
        if (card.IsSafety)
        {
            return true;
        }

        var before = past.Where(prompt => prompt.OfferedAt <= now).ToImmutableArray();
        return !IsSetAside(card, before, now) && !IsDone(card, before, visit) && !IsOneTooMany(card, before, visit);
    }

    private static bool IsSetAside(Card card, ImmutableArray<PastPrompt> past, DateTimeOffset now) =>
        past.Any(prompt => prompt is { Outcome: PromptOutcome.Overridden, ActedAt: { } at }
            && FamilyOf(prompt.Kind) == FamilyOf(card.Kind)
            && prompt.Level >= card.Level
            && now - at < TimeSpan.FromDays(QuietDays(card, prompt.ReasonCode)));

    // Who declined one invitation is not asked again under another name.
    private static string FamilyOf(string kind) =>
        kind.StartsWith(ScreeningPrompts.Invite, StringComparison.Ordinal) ? ScreeningPrompts.Invite : kind;

    // Without one of our reasons: as the mildest of them, so that nothing is lost by a click without words.
    private static int QuietDays(Card card, string? reason) =>
        card.OverrideReasons.FirstOrDefault(each => each.Code == reason)?.QuietDays
        ?? card.OverrideReasons.Select(each => each.QuietDays).DefaultIfEmpty(0).Min();

    private static bool IsDone(Card card, ImmutableArray<PastPrompt> past, string visit) =>
        past.Any(prompt => prompt.Outcome == PromptOutcome.Accepted && prompt.Kind == card.Kind && prompt.Visit == visit && prompt.Level >= card.Level);

    // The same kind again is not a second card: services of one id replace their earlier card.
    private static bool IsOneTooMany(Card card, IEnumerable<PastPrompt> past, string visit) =>
        card.Indicator != CardIndicator.Info
        && past.Any(prompt => prompt.Visit == visit && prompt.Kind != card.Kind && prompt.Interrupts && prompt.Level >= card.Level);
}

/// <summary>A prompt that was offered for a patient before.</summary>
/// <param name="Visit">Pseudonym of the visit it was offered in.</param>
/// <param name="Interrupts">True for warnings and critical cards.</param>
public sealed record PastPrompt(
    string Service,
    string Kind,
    Seriousness Level,
    bool Interrupts,
    string Visit,
    DateTimeOffset OfferedAt,
    PromptOutcome Outcome,
    string? ReasonCode,
    DateTimeOffset? ActedAt);

/// <summary>What became of a prompt.</summary>
public enum PromptOutcome
{
    /// <summary>Nobody said anything, which is not a no.</summary>
    None,
    Accepted,
    Overridden,
}
