using System.Collections.Immutable;
using Sbirt.Content.Findings;

namespace Sbirt.Content.Cards;

/// <summary>
/// Decides whether the doctor is prompted, and about what: at most one kind of card for a patient at a time. Pure: the
/// same facts give the same answer, in whatever order they came.
/// </summary>
public static class ScreeningPrompts
{
    /// <summary>Every kind of card there is.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        Safety, NoShow, Result, ReferralMissing, ReferralOpen, FollowUp, InviteHealthCheck, InviteReason, Invite,
    ];

    /// <summary>The hooks on which a card may be shown; a name that is not here would never be called.</summary>
    internal static ImmutableArray<string> Hooks { get; } =
        ["patient-view", "encounter-start", "encounter-discharge", "appointment-book", "problem-list-item-create"];

    internal const string Safety = "safety";
    internal const string NoShow = "no-show";
    internal const string Result = "result";
    internal const string ReferralMissing = "referral-missing";
    internal const string ReferralOpen = "referral-open";
    internal const string FollowUp = "follow-up";
    internal const string InviteHealthCheck = "invite-health-check";
    internal const string InviteReason = "invite-reason";
    internal const string Invite = "invite";

    internal static ImmutableArray<string> WordsNeeded { get; } =
    [
        "neverAsked", "lastAsked", "talkHead", "noteHead", "placesHead", "askNow", "noteTalk", "refer", "callTogether", "lookAgain", "keepSafe", "and",
    ];

    /// <summary>The card rule that holds for these facts on this hook, or null: nothing to say.</summary>
    /// <param name="hook">The CDS Hooks name, e.g. <c>patient-view</c>.</param>
    public static PromptDecision? Decide(PromptRules rules, ScreeningFacts facts, string hook, DateOnly today)
    {
        var situation = new ScreeningSituation(rules, facts, today);
        foreach (var card in rules.Cards.Where(card => card.Hooks.Contains(hook, StringComparer.Ordinal)))
        {
            if (situation.Holds(card.Kind) is { } decision)
            {
                return decision with { Card = card };
            }
        }

        return null;
    }
}

/// <summary>What holds, and what it rests on.</summary>
/// <param name="About">The screening it is about; null: about none.</param>
/// <param name="Day">The day it speaks of.</param>
public sealed record PromptDecision(CardRule Card, Seriousness Level, PastScreening? About, DateOnly? Day);
