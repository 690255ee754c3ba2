using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.Content.Cards;

/// <summary>Makes the proposals that a card's suggestions name, for one patient on one day.</summary>
internal sealed class CardProposals(
    PromptRules rules, PromptDecision decision, InterventionPlan? plan, ImmutableArray<Suggestion> places, Language language, DateOnly today)
{
    /// <summary>What a suggestion may do.</summary>
    public static ImmutableSortedSet<string> Names { get; } =
        ["ask", "ask-more", "call-together", "keep-safe", "look-again", "note-talk", "refer"];

    /// <summary>The suggestions that can be made; one that would have nothing to do is left out.</summary>
    public ImmutableArray<CardSuggestion> Of(CardRule card) =>
        [.. card.Suggestions.SelectMany(Suggestions).Where(suggestion => suggestion.Proposals.Length > 0)];

    // A request goes to one place: of several places the reader chooses, so each is a suggestion of its own.
    private IEnumerable<CardSuggestion> Suggestions(SuggestionRule rule)
    {
        if (!rule.Do.Contains("refer"))
        {
            yield return new(rule.Id, rule.Label.In(language), rule.IsRecommended, [.. rule.Do.SelectMany(Plain)]);
            yield break;
        }

        for (var number = 0; number < places.Length; number++)
        {
            var place = places[number].Place;
            yield return new(
                $"{rule.Id}-{place.Id}",
                CardText.Fit($"{rule.Label.In(language)}: {place.Name.In(language)}"),
                rule.IsRecommended && number == 0,
                [
                    new Proposal.Refer(rules.Say("refer", language, ("place", place.Name.In(language))), place, decision.Level == Seriousness.Urgent, today),
                    .. rule.Do.SelectMany(Plain),
                ]);
        }
    }

    private IEnumerable<Proposal> Plain(string name)
    {
        switch (name)
        {
            case "ask":
                yield return new Proposal.Ask(rules.Say("askNow", language), rules.Ask, today);
                break;
            case "ask-more":
                yield return new Proposal.Ask(rules.Say("askNow", language), rules.AskAfterHealthCheck, today);
                break;
            case "keep-safe":
                yield return new Proposal.KeepSafe(rules.Say("keepSafe", language), today);
                break;
            case "call-together":
                yield return new Proposal.Accompany(rules.Say("callTogether", language), "told", today);
                break;
            case "look-again":
                yield return new Proposal.LookAgain(rules.Say("lookAgain", language), NextLook);
                break;
            case "note-talk" when plan is not null:
                yield return new Proposal.NoteTalk(rules.Say("noteTalk", language), plan.Note, today);
                break;
        }
    }

    private DateOnly NextLook => plan is { FollowUpDates: [var first, ..] } ? first : today.AddDays(rules.Days.ReferralWaits);
}
