using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Cards;

/// <summary>When a doctor is prompted about screening, and in which words (<c>Cards/screening-prompts.yaml</c>).</summary>
/// <param name="Known">Codes of a problem that is written down already; then nobody is invited.</param>
/// <param name="Cards">In the order of their weight: the first whose condition holds is shown.</param>
public sealed record PromptRules(
    string Version,
    DateOnly Effective,
    ImmutableArray<Source> Sources,
    PromptDays Days,
    int FromAge,
    string Ask,
    string AskAfterHealthCheck,
    ImmutableArray<CodeSet> Known,
    PregnancyCodes Pregnancy,
    ImmutableArray<AskReason> Reasons,
    ImmutableArray<CardRule> Cards,
    ImmutableArray<OverrideReason> OverrideReasons,
    ImmutableSortedDictionary<string, CardTemplate> Words)
{
    /// <summary>Path among the content files.</summary>
    public const string Path = "Cards/screening-prompts.yaml";

    /// <summary>The rules of the file among these, or null with at least one fault added.</summary>
    public static PromptRules? Load(IEnumerable<ContentFile> files, InstrumentLibrary instruments, ICollection<ContentFault> faults)
    {
        if (files.LastOrDefault(file => file.Path == Path) is not { } file)
        {
            faults.Add(new ContentFault(Path, 1, "The file is missing.", "Put it back beside its neighbours."));
            return null;
        }

        var reader = new ContentReader(file);
        var rules = new PromptRulesFile(reader, instruments).Read();
        foreach (var fault in reader.Faults)
        {
            faults.Add(fault);
        }

        return reader.Faults.Count == 0 ? rules : null;
    }

    /// <summary>The reason with this id; ids come from this very library.</summary>
    public AskReason Reason(string id) => Reasons.First(reason => reason.Id == id);

    /// <summary>A short word or sentence that is not a card's own.</summary>
    public string Say(string word, Language language, params (string Name, string Value)[] values) =>
        Words[word].In(language, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
}

/// <summary>Waiting times in days.</summary>
/// <param name="AskAgain">From one screening to the next.</param>
/// <param name="ResultWaits">How long a result without a talk is shown.</param>
/// <param name="ReferralWaits">From a request to the first question how it went.</param>
/// <param name="HandOverWaits">How long a request, a missed day or a day to look again is asked about.</param>
/// <param name="InvitationWaits">How long a sent invitation is left alone.</param>
/// <param name="ResultsLookedAt">Age of the oldest laboratory result that is looked at.</param>
public sealed record PromptDays(
    int AskAgain,
    int AskAgainInPregnancy,
    int ResultWaits,
    int SafetyWaits,
    int ReferralWaits,
    int HandOverWaits,
    int InvitationWaits,
    int ResultsLookedAt);

/// <summary>Codes of one system: whole codes, or the beginnings of codes (ICD-10 categories).</summary>
public sealed record CodeSet(string System, ImmutableArray<string> Codes, ImmutableArray<string> Prefixes)
{
    // A loop, because every code of a record is held against every set.
    public bool Holds(string system, string code)
    {
        if (system != System)
        {
            return false;
        }

        foreach (var prefix in Prefixes)
        {
            if (code.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Codes.Contains(code);
    }
}

/// <summary>How a record tells a pregnancy.</summary>
/// <param name="WithinDays">Older statements are not used.</param>
public sealed record PregnancyCodes(
    ImmutableArray<CodeSet> Codes,
    ImmutableArray<CodeSet> Pregnant,
    ImmutableArray<CodeSet> NotPregnant,
    int WithinDays,
    ImmutableArray<Source> Sources);

/// <summary>Something in the record that makes it worth asking.</summary>
/// <param name="Result">Set when it is a laboratory result.</param>
/// <param name="WithinDays">Null: at any time.</param>
public sealed record AskReason(
    string Id,
    Localized Label,
    ImmutableArray<CodeSet> Conditions,
    ResultLimit? Result,
    int? WithinDays,
    ImmutableArray<Source> Sources);

/// <summary>A laboratory value from which on it is worth asking.</summary>
/// <param name="Units">Spellings of the unit that mean the same; any other is not compared.</param>
public sealed record ResultLimit(decimal AtLeast, string Unit, ImmutableArray<string> Units, ImmutableArray<CodeSet> Codes);

/// <summary>One card: where it is shown, and its words.</summary>
public sealed record CardRule(
    string Kind,
    CardIndicator Indicator,
    ImmutableArray<string> Hooks,
    CardTemplate Summary,
    CardTemplate Detail,
    ImmutableArray<SuggestionRule> Suggestions);

/// <summary>One suggestion of a card: what it proposes, by name.</summary>
public sealed record SuggestionRule(string Id, bool IsRecommended, Localized Label, ImmutableArray<string> Do);
