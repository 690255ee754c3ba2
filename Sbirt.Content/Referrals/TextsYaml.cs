using System.Collections.Frozen;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of suggestion-words.yaml.</summary>
internal sealed class TextsYaml : Located
{
    public Dictionary<string, LocalizedText> Words { get; set; } = [];

    public FrozenDictionary<string, Localized> ToTexts(ContentReader reader)
    {
        foreach (var key in SuggestionWords.Keys.Except(Words.Keys))
        {
            reader.Fault(Line, $"The text `{key}` is missing.", "Add it with `ja` and `en`.");
        }

        foreach (var key in Words.Keys.Except(SuggestionWords.Keys))
        {
            reader.Fault(Words[key].Line, $"The text `{key}` is used nowhere.", "Remove it, or mend its name.");
        }

        return Words.ToFrozenDictionary(
            pair => pair.Key,
            pair => reader.NeedText(pair.Value, Line, pair.Key));
    }
}
