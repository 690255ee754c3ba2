using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Speaks the texts of suggestion-words.yaml, with their gaps filled in both languages.</summary>
internal sealed class SuggestionWords(FrozenDictionary<string, Localized> texts)
{
    /// <summary>Every key that the code speaks; the file has exactly these.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        .. Enum.GetValues<PlaceKind>().Select(KeyOf),
        .. Enum.GetValues<Audience>().Select(KeyOf),
        .. Enum.GetValues<Urgency>().Select(KeyOf),
        .. Preference.Keys,
        "about", "near", "very-near", "same-prefecture", "women-only", "child-friendly", "speaks", "kind-suggested",
        "warn-stale", "warn-never-verified", "warn-contact-unknown", "warn-first-visit-unknown", "warn-fictitious",
        "warn-elsewhere", "warn-topics-untold", "warn-audience-untold", "warn-women-only", "warn-age",
        "warn-language-untold", "warn-urine-test", "kind-name", "unknown",
    ];

    public Localized this[string key] => texts[key];

    public Localized this[PlaceKind kind] => texts[KeyOf(kind)];

    public Localized this[Audience audience] => texts[KeyOf(audience)];

    public Localized this[Urgency urgency] => texts[KeyOf(urgency)];

    /// <summary>The text with <c>{gap}</c> replaced in each language.</summary>
    public Localized Fill(string key, string gap, Localized value)
    {
        var text = texts[key];
        return new Localized(
            text.Ja.Replace("{" + gap + "}", value.Ja, StringComparison.Ordinal),
            text.En.Replace("{" + gap + "}", value.En, StringComparison.Ordinal));
    }

    /// <summary>The text with <c>{gap}</c> replaced by the same characters in both languages.</summary>
    public Localized Fill(string key, string gap, string value) => Fill(key, gap, new Localized(value, value));

    private static string KeyOf(PlaceKind kind) => "kind-" + Camel(kind.ToString());

    private static string KeyOf(Audience audience) => "for-" + Camel(audience.ToString());

    private static string KeyOf(Urgency urgency) => "urgency-" + Camel(urgency.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
