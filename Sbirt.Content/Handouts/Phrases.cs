using System.Collections.Frozen;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>Sentences that must read the same wherever they stand, by name, in both languages.</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, Localized> texts;

    private Phrases(IEnumerable<KeyValuePair<string, Localized>> texts) =>
        this.texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name a text may refer to as <c>{{&gt; name}}</c>.</summary>
    public IReadOnlySet<string> Names => texts.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Name to template, in one language.</summary>
    public IReadOnlyDictionary<string, string> In(Language language) =>
        texts.ToDictionary(text => text.Key, text => text.Value.In(language), StringComparer.Ordinal);

    /// <summary>A phrase's template with the phrases written in, to see which names a text uses in the end.</summary>
    public IEnumerable<string> NamesUsed(string template, Language language) =>
        TemplateSyntax.Names(template).SelectMany(name => name.StartsWith("> ", StringComparison.Ordinal)
            ? TemplateSyntax.Names(texts[name[2..]].In(language))
            : [name]);

    public static Phrases Read(ContentFile file, ICollection<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var shape = reader.Read<Dictionary<string, LocalizedText>>() ?? [];
        var texts = new Dictionary<string, Localized>(StringComparer.Ordinal);
        foreach (var (name, phrase) in shape)
        {
            if (phrase.ToLocalized(reader) is { } text)
            {
                texts[name] = text;
                TemplateFaults.Look(reader, phrase.Line, text, FrozenSet<string>.Empty, null);
            }
        }

        reader.Faults.ToList().ForEach(faults.Add);
        return new Phrases(texts);
    }
}
