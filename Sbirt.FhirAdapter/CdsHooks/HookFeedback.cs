using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>What became of one card (CDS Hooks 2.0, "Feedback").</summary>
/// <param name="Card">Uuid of the card, as sent; one that we never gave out is counted as unmatched.</param>
/// <param name="ReasonCode">One of our coded reasons; null: none, or one of somebody else.</param>
/// <param name="Comment">The user's own words, cut to a bound; may hold anything, so it is never shown as markup.</param>
public sealed record HookFeedback(
    string Card,
    bool Accepted,
    ImmutableArray<string> AcceptedSuggestions,
    string? ReasonCode,
    string? Comment,
    DateTimeOffset At);

/// <summary>Reads feedback; a batch is taken whole or not at all.</summary>
public static class HookFeedbackReader
{
    /// <summary>Most items of one call.</summary>
    public const int MostItems = 100;

    /// <summary>Characters of one comment; the rest is left out.</summary>
    public const int CommentChars = 1000;

    private const int MostIdChars = 64;

    public static Reading<ImmutableArray<HookFeedback>> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("feedback"u8, out var list)
            || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() == 0)
        {
            return Reading<ImmutableArray<HookFeedback>>.Refuse(HookReasons.FeedbackEmpty);
        }

        if (list.GetArrayLength() > MostItems)
        {
            return Reading<ImmutableArray<HookFeedback>>.Refuse(HookReasons.FeedbackTooMany);
        }

        var reasons = ImmutableArray.CreateBuilder<Reason>();
        var feedback = ImmutableArray.CreateBuilder<HookFeedback>();
        foreach (var (number, item) in list.EnumerateArray().Index())
        {
            if (Item(item, $"feedback[{number}]", reasons) is { } read)
            {
                feedback.Add(read);
            }
        }

        return reasons.Count > 0
            ? new Reading<ImmutableArray<HookFeedback>>.Refused(reasons.ToImmutable())
            : new Reading<ImmutableArray<HookFeedback>>.Ok(feedback.ToImmutable());
    }

    private static HookFeedback? Item(JsonElement item, string path, ImmutableArray<Reason>.Builder reasons)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "card") is not { Length: > 0 and <= MostIdChars } card || card.Any(char.IsControl))
        {
            return Wrong(path + ".card", reasons);
        }

        var outcome = Text(item, "outcome");
        if (outcome is not ("accepted" or "overridden"))
        {
            return Wrong(path + ".outcome", reasons);
        }

        if (MomentIn(item) is not { } at)
        {
            return Wrong(path + ".outcomeTimestamp", reasons);
        }

        var suggestions = Suggestions(item);
        if (outcome == "accepted" && suggestions.IsEmpty)
        {
            return Wrong(path + ".acceptedSuggestions", reasons);
        }

        var (code, comment) = Override(item);
        return new HookFeedback(Guid.TryParse(card, out var uuid) ? uuid.ToString() : card, outcome == "accepted", suggestions, code, comment, at);
    }

    // ISO 8601 with a day and a time; without a zone it is UTC, as in the specification's examples.
    private static DateTimeOffset? MomentIn(JsonElement item) =>
        Text(item, "outcomeTimestamp") is { Length: >= 16 and <= MostIdChars } text
        && text[4] == '-' && text[7] == '-' && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    private static HookFeedback? Wrong(string path, ImmutableArray<Reason>.Builder reasons)
    {
        reasons.Add(HookReasons.FeedbackWrong(path));
        return null;
    }

    private static ImmutableArray<string> Suggestions(JsonElement item)
    {
        if (!item.TryGetProperty("acceptedSuggestions"u8, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. list.EnumerateArray()
            .Where(each => each.ValueKind == JsonValueKind.Object)
            .Select(each => Text(each, "id"))
            .Where(id => id is { Length: > 0 and <= MostIdChars })
            .Take(MostItems)
            .Select(id => id!)];
    }

    private static (string? Code, string? Comment) Override(JsonElement item)
    {
        if (!item.TryGetProperty("overrideReason"u8, out var told) || told.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        var code = told.TryGetProperty("reason"u8, out var reason) && reason.ValueKind == JsonValueKind.Object
            && Text(reason, "system") == CardWriter.OverrideSystem
                ? Text(reason, "code")
                : null;
        return (
            code is { Length: <= MostIdChars } && !code.Any(char.IsControl) ? code : null,
            Text(told, "userComment") is { } comment ? CardText.Fit(comment, CommentChars) : null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
