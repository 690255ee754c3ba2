using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Cards;

/// <summary>Reads the screening prompts from YAML; every fault names its line.</summary>
internal sealed class PromptRulesFile(ContentReader reader, InstrumentLibrary instruments)
{
    // A hundred years: more is a slip of the pen.
    private const int MostWhole = 36_500;

    /// <summary>The values a card's words may hold.</summary>
    private static readonly ImmutableSortedSet<string> Values =
        ["day", "days", "last", "meaning", "reasons", "talk", "title"];

    /// <summary>The same for the short words that hold one; the others hold none.</summary>
    private static readonly ImmutableSortedDictionary<string, string> ValueOfWord =
        ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("lastAsked", "day"), KeyValuePair.Create("refer", "place")]);

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
                Whole(days.AskAgain, days, "askAgain"),
                Whole(days.AskAgainInPregnancy, days, "askAgainInPregnancy"),
                Whole(days.ResultWaits, days, "resultWaits"),
                Whole(days.SafetyWaits, days, "safetyWaits"),
                Whole(days.ReferralWaits, days, "referralWaits"),
                Whole(days.HandOverWaits, days, "handOverWaits"),
                Whole(days.InvitationWaits, days, "invitationWaits"),
                Whole(days.ResultsLookedAt, days, "resultsLookedAt")),
            Whole(file.FromAge, file, "fromAge"),
            Instrument(file.Ask, file, "ask"),
            Instrument(file.AskAfterHealthCheck, file, "askAfterHealthCheck"),
            Codes(file.Known),
            Pregnancy(file.Pregnancy ?? new PregnancyShape { Line = file.Line }),
            [.. Each(file.Reasons, file, "reasons", reason => reason.Id).Select(Reason)],
            Cards(file),
            [.. Each(file.OverrideReasons, file, "overrideReasons", reason => reason.Code).Select(Override)],
            Words(file));
    }

    private PregnancyCodes Pregnancy(PregnancyShape told) => new(
        Codes(told.Codes),
        Codes(told.Pregnant),
        Codes(told.NotPregnant),
        Whole(told.WithinDays, told, "withinDays"),
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
            Codes(reason.Conditions),
            reason.Result is { } result
                ? new ResultLimit(
                    reader.NeedNumber(result.AtLeast, result.Line, "atLeast"),
                    reader.Need(result.Unit, result.Line, "unit"),
                    [.. result.Units ?? []],
                    Codes(result.Codes))
                : null,
            reason.WithinDays is null ? null : Whole(reason.WithinDays, reason, "withinDays"),
            SourceEntry.NeedSources(reader, reason.Sources, reason.Line));
    }

    private ImmutableArray<CardRule> Cards(PromptShape file)
    {
        var cards = Each(file.Cards, file, "cards", card => card.Kind).Select(Card).ToImmutableArray();
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
            Template(card.Summary, card.Line, "summary", Values.Remove("talk")),
            Template(card.Detail, card.Line, "detail", Values),
            [.. Each(card.Suggestions ?? [], card, "suggestions", suggestion => suggestion.Id).Select(Suggestion)]);
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
        Whole(reason.QuietDays, reason, "quietDays"));

    private ImmutableSortedDictionary<string, CardTemplate> Words(PromptShape file)
    {
        var words = file.Words ?? [];
        foreach (var missing in ScreeningPrompts.WordsNeeded.Where(word => !words.ContainsKey(word)))
        {
            reader.Fault(file.Line, $"`words.{missing}` is missing.", "Write it in both languages.");
        }

        return words.ToImmutableSortedDictionary(
            word => word.Key,
            word => Template(word.Value, word.Value?.Line ?? file.Line, word.Key, ValueOfWord.TryGetValue(word.Key, out var value) ? [value] : []),
            StringComparer.Ordinal);
    }

    private CardTemplate Template(LocalizedText? text, int line, string key, ImmutableSortedSet<string> values)
    {
        var said = reader.NeedText(text, line, key);
        line = text?.Line ?? line;
        var (ja, en) = (CardTemplate.NamesIn(said.Ja), CardTemplate.NamesIn(said.En));
        foreach (var name in ja.Union(en).Except(values))
        {
            reader.Fault(line, $"`{{{name}}}` is not something `{key}` can say.", values.IsEmpty ? "Leave it out." : $"Use some of: {string.Join(", ", values)}.");
        }

        if (!ja.SetEquals(en))
        {
            reader.Fault(line, $"`{key}` fills in other values in Japanese than in English.", "Use the same {names} in both.");
        }

        return new CardTemplate(said);
    }

    /// <summary>The entries of a list that must be there, each under a name of its own.</summary>
    private List<T> Each<T>(List<T>? list, Located at, string key, Func<T, string?> name)
        where T : Located
    {
        if (list is null)
        {
            reader.Fault(at.Line, $"`{key}` is missing.", $"Write `{key}:` with its entries.");
        }

        var entries = (list ?? []).Where(entry => entry is not null).ToList();
        if (entries.Count < (list?.Count ?? 0))
        {
            reader.Fault(at.Line, $"An entry of `{key}` is empty.", "Fill it in or remove its dash.");
        }

        foreach (var twice in entries.GroupBy(name).Where(same => same.Key is not null).SelectMany(same => same.Skip(1)))
        {
            reader.Fault(twice.Line, $"`{name(twice)}` stands twice under `{key}`.", "Remove one of them, or give it another name.");
        }

        return entries;
    }

    private ImmutableArray<CodeSet> Codes(List<CodesShape>? codes) =>
        [.. (codes ?? []).Where(set => set is not null).Select(set => new CodeSet(
            reader.Need(set.System, set.Line, "system"), [.. set.Codes ?? []], [.. set.Prefixes ?? []]))];

    private string Instrument(string? id, Located at, string key)
    {
        var named = reader.Need(id, at.Line, key);
        if (named.Length > 0 && instruments.Find(named) is null)
        {
            reader.Fault(at.Line, $"`{key}: {named}` is no instrument.", "Write the id of an instrument, such as audit-c.");
        }

        return named;
    }

    private int Whole(string? number, Located at, string key)
    {
        var value = reader.NeedNumber(number, at.Line, key);
        if (value != decimal.Truncate(value) || value is < 0 or > MostWhole)
        {
            reader.Fault(at.Line, $"`{key}: {number}` is not a whole number up to {MostWhole}.", "Write 0, 1, 2 …");
            return 0;
        }

        return (int)value;
    }
}
