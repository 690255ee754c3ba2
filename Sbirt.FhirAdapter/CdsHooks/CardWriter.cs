using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Cards;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>A card with the ids under which feedback will speak of it.</summary>
/// <param name="SuggestionUuids">In the order of the card's suggestions.</param>
public sealed record IdentifiedCard(Guid Uuid, Card Card, ImmutableArray<Guid> SuggestionUuids);

/// <summary>Writes the answer to a hook call (CDS Hooks 2.0, "CDS Service Response" and "Card Attributes").</summary>
public static class CardWriter
{
    /// <summary>Code system of the reasons to set a card aside.</summary>
    public const string OverrideSystem = Content.Codes.CodeSystems.Base + "/CodeSystem/sbirt-override-reason";

    /// <summary>Code system of the kinds of cards.</summary>
    public const string TopicSystem = Content.Codes.CodeSystems.Base + "/CodeSystem/sbirt-card";

    /// <param name="request">The call that is answered: whose patient it is, and the orders a suggestion may shorten.</param>
    /// <param name="hooks3">True for a client that agreed to the additions of version 3.0.</param>
    public static byte[] Write(IReadOnlyList<IdentifiedCard> cards, HookRequest request, bool hooks3) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("cards");
        foreach (var card in cards)
        {
            Write(json, card, new ProposalWriter(json, request, card.Card.Language), hooks3);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, IdentifiedCard identified, ProposalWriter proposals, bool hooks3)
    {
        var card = identified.Card;
        json.WriteStartObject();
        json.WriteString("uuid", identified.Uuid);
        json.WriteString("summary", card.Summary);
        json.WriteString("detail", card.Detail);
        json.WriteString("indicator", NameOf(card.Indicator));
        Source(json, card);
        if (card.Suggestions.Length > 0)
        {
            json.WriteStartArray("suggestions");
            for (var number = 0; number < card.Suggestions.Length; number++)
            {
                Suggestion(json, card.Suggestions[number], identified.SuggestionUuids[number], proposals, hooks3);
            }

            json.WriteEndArray();
            json.WriteString("selectionBehavior", card.ChooseSeveral ? "any" : "at-most-one");
        }

        OverrideReasons(json, card);
        json.WriteEndObject();
    }

    // CDS Hooks 2.0 has no empty arrays.
    private static void OverrideReasons(Utf8JsonWriter json, Card card)
    {
        if (card.OverrideReasons.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("overrideReasons");
        foreach (var reason in card.OverrideReasons)
        {
            Coding(json, OverrideSystem, reason.Code, reason.Display.In(card.Language));
        }

        json.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter json, Card card)
    {
        json.WriteStartObject("source");
        json.WriteString("label", "Sbirt");
        json.WritePropertyName("topic");
        Coding(json, TopicSystem, card.Kind, null);
        json.WriteEndObject();
    }

    private static void Suggestion(Utf8JsonWriter json, CardSuggestion suggestion, Guid uuid, ProposalWriter proposals, bool hooks3)
    {
        json.WriteStartObject();
        json.WriteString("label", suggestion.Label);
        json.WriteString("uuid", uuid);
        if (suggestion.IsRecommended)
        {
            json.WriteBoolean("isRecommended", true);
        }

        if (hooks3)
        {
            json.WriteString("actionSelectionBehavior", "all");
        }

        json.WriteStartArray("actions");
        foreach (var proposal in suggestion.Proposals)
        {
            json.WriteStartObject();
            json.WriteString("type", proposal is Proposal.ShortenSupply ? "update" : "create");
            json.WriteString("description", proposal.Description);
            json.WritePropertyName("resource");
            proposals.Write(proposal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter json, string system, string code, string? display)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("system", system);
        if (display is not null)
        {
            json.WriteString("display", display);
        }

        json.WriteEndObject();
    }

    private static string NameOf(CardIndicator indicator) => indicator switch
    {
        CardIndicator.Critical => "critical",
        CardIndicator.Warning => "warning",
        _ => "info",
    };
}
