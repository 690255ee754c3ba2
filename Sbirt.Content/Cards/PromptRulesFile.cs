using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Cards;

/// <summary>Reads the screening prompts from YAML; every fault names its line.</summary>
internal sealed class PromptRulesFile(ContentReader reader, InstrumentLibrary instruments)
{
    /// <summary>The values a card's words may hold.</summary>
    private static readonly ImmutableSortedSet<string> Values =
        ["day", "days", "last", "meaning", "reasons", "talk", "title"];

    /// <summary>The same for the short words that hold one; the others hold none.</summary>
    private static readonly ImmutableSortedDictionary<string, ImmutableSortedSet<string>> ValuesOfWords =
        ImmutableSortedDictionary.CreateRange<string, ImmutableSortedSet<string>>([new("lastAsked", ["day"]), new("refer", ["place"])]);

    private readonly PromptPieces pieces = new(reader);

    public PromptRules? Read()
    {
        if (reader.Read<PromptShape>() is not { } file)
        {
            return null;
        }

        var days = file.Days ?? new DaysShape { Line = file.Line };
        return new PromptRules(
            reader.Need(file.Version, file.Line, "version"),
            reader.NeedDate(file.Effective, file.Line, "effective"),
            SourceEntry.NeedSources(reader, file.Sources, file.Line),
            new PromptDays(
                pieces.Whole(days.AskAgain, days, "askAgain"),
                pieces.Whole(days.AskAgainInPregnancy, days, "askAgainInPregnancy"),
                pieces.Whole(days.ResultWaits, days, "resultWaits"),
                pieces.Whole(days.SafetyWaits, days, "safetyWaits"),
                pieces.Whole(days.ReferralWaits, days, "referralWaits"),
                pieces.Whole(days.HandOverWaits, days, "handOverWaits"),
                pieces.Whole(days.InvitationWaits, days, "invitationWaits"),
                pieces.Whole(days.ResultsLookedAt, days, "resultsLookedAt")),
            pieces.Whole(file.FromAge, file, "fromAge"),
            Instrument(file.Ask, file, "ask"),
            Instrument(file.AskAfterHealthCheck, file, "askAfterHealthCheck"),
            pieces.Codes(file.Known),
            Pregnancy(file.Pregnancy ?? new PregnancyShape { Line = file.Line }),
            [.. pieces.Each(file.Reasons, file, "reasons", reason => reason.Id).Select(Reason)],
            Cards(file),
            [.. pieces.Each(file.OverrideReasons, file, "overrideReasons", reason => reason.Code).Select(Override)],
            pieces.Words(file.Words, ScreeningPrompts.WordsNeeded, ValuesOfWords, file));
    }

    private PregnancyCodes Pregnancy(PregnancyShape told) => new(
        pieces.Codes(told.Codes),
        pieces.Codes(told.Pregnant),
        pieces.Codes(told.NotPregnant),
        pieces.Whole(told.WithinDays, told, "withinDays"),
        SourceEntry.NeedSources(reader, told.Sources, told.Line));

    private AskReason Reason(ReasonShape reason)
    {
        if (reason.Conditions is null == reason.Result is null)
        {
            reader.Fault(reason.Line, "A reason is either diagnoses or a result.", "Write `conditions:` or `result:`, not both.");
        }

        return new AskReason(
            reader.Need(reason.Id, reason.Line, "id"),
            reader.NeedText(reason.Label, reason.Line, "label"),
            pieces.Codes(reason.Conditions),
            reason.Result is { } result
                ? new ResultLimit(
                    reader.NeedNumber(result.AtLeast, result.Line, "atLeast"),
                    reader.Need(result.Unit, result.Line, "unit"),
                    [.. result.Units ?? []],
                    pieces.Codes(result.Codes))
                : null,
            reason.WithinDays is null ? null : pieces.Whole(reason.WithinDays, reason, "withinDays"),
            SourceEntry.NeedSources(reader, reason.Sources, reason.Line));
    }

    private ImmutableArray<CardRule> Cards(PromptShape file)
    {
        var cards = pieces.Each(file.Cards, file, "cards", card => card.Kind).Select(Card).ToImmutableArray();
        foreach (var kind in ScreeningPrompts.Kinds.Where(kind => cards.All(card => card.Kind != kind)))
        {
            reader.Fault(file.Line, $"The card `{kind}` has no words.", "Write it under `cards:`.");
        }

        return cards;
    }

    private CardRule Card(CardShape card)
    {
        var kind = reader.Need(card.Kind, card.Line, "kind");
        if (kind.Length > 0 && !ScreeningPrompts.Kinds.Contains(kind))
        {
            reader.Fault(card.Line, $"`kind: {kind}` is not known.", $"Write one of: {string.Join(", ", ScreeningPrompts.Kinds)}.");
        }

        foreach (var hook in (card.Hooks ?? []).DefaultIfEmpty("").Where(hook => !ScreeningPrompts.Hooks.Contains(hook)))
        {
            reader.Fault(card.Line, hook.Length == 0 ? "`hooks` is empty." : $"`hooks: {hook}` is not served.", $"Write some of: {string.Join(", ", ScreeningPrompts.Hooks)}.");
        }

        if ((card.Suggestions ?? []).Count(suggestion => suggestion?.Recommended == "true") > 1)
        {
            reader.Fault(card.Line, "Two suggestions are recommended, and only one may be taken.", "Leave `recommended: true` at one of them.");
        }

        return new CardRule(
            kind,
            reader.NeedOneOf<CardIndicator>(card.Indicator, card.Line, "indicator"),
            [.. card.Hooks ?? []],
            pieces.Template(card.Summary, card.Line, "summary", Values.Remove("talk")),
            pieces.Template(card.Detail, card.Line, "detail", Values),
            [.. pieces.Each(card.Suggestions ?? [], card, "suggestions", suggestion => suggestion.Id).Select(Suggestion)]);
    }

    private SuggestionRule Suggestion(SuggestionShape suggestion)
    {
        if (suggestion.Recommended is not (null or "true" or "false"))
        {
            reader.Fault(suggestion.Line, $"`recommended: {suggestion.Recommended}` is not known.", "Write true, or leave it out.");
        }

        foreach (var action in (suggestion.Do ?? []).Where(action => !CardProposals.Names.Contains(action)))
        {
            reader.Fault(suggestion.Line, $"`do: {action}` is not known.", $"Write some of: {string.Join(", ", CardProposals.Names)}.");
        }

        return new SuggestionRule(
            reader.Need(suggestion.Id, suggestion.Line, "id"),
            suggestion.Recommended == "true",
            reader.NeedText(suggestion.Label, suggestion.Line, "label"),
            [.. suggestion.Do ?? []]);
    }

    private OverrideReason Override(OverrideShape reason) => new(
        reader.Need(reason.Code, reason.Line, "code"),
        reader.NeedText(reason.Display, reason.Line, "display"),
        pieces.Whole(reason.QuietDays, reason, "quietDays"));

    private string Instrument(string? id, Located at, string key)
    {
        var named = reader.Need(id, at.Line, key);
        if (named.Length > 0 && instruments.Find(named) is null)
        {
            reader.Fault(at.Line, $"`{key}: {named}` is no instrument.", "Write the id of an instrument, such as audit-c.");
        }

        return named;
    }
}
