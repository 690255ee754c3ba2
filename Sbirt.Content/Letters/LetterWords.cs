using System.Collections.Frozen;
using System.Net;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>The texts of letters (<c>letter-words.yaml</c>), proven when they are read: both languages use the same values, and no value is missing.</summary>
internal sealed class LetterWords
{
    public const string Path = "Letters/letter-words.yaml";

    // Every value a text may use, so that a wrong name is found at start and not in somebody's letter.
    private static readonly FrozenDictionary<string, object> Specimen = new[]
    {
        "sender", "month", "list", "name", "birth", "institution", "consentDate", "value", "institutions", "pharmacies",
    }.Select(name => KeyValuePair.Create<string, object>(name, "1"))
        .Concat(new[] { "split", "places", "approaching" }.Select(name => KeyValuePair.Create<string, object>(name, true)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<(string Name, Language Language), CompiledTemplate> texts = [];
    private readonly Dictionary<Language, Dictionary<string, object>> plain = Enum.GetValues<Language>().ToDictionary(language => language, _ => new Dictionary<string, object>(StringComparer.Ordinal));
    private readonly TemplateRenderer renderer = new(FrozenDictionary<string, string>.Empty);

    private LetterWords()
    {
    }

    /// <summary>The words of a file, or null with at least one fault added.</summary>
    public static LetterWords? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var shape = reader.Read<LetterWordsShape>() ?? new LetterWordsShape();
        SourceEntry.NeedSources(reader, shape.Sources, shape.Line);
        var words = new LetterWords();
        foreach (var (name, text) in shape.Texts)
        {
            words.Add(reader, name, text, text.Line, name);
        }

        foreach (var need in SignalNeeds.All)
        {
            var fact = shape.Facts.GetValueOrDefault(need.Id);
            words.Add(reader, $"{need.Kind}", fact?.Said, fact?.Line ?? 1, $"facts.{need.Id}.said");
            words.Add(reader, $"{need.Kind} short", fact?.Short, fact?.Line ?? 1, $"facts.{need.Id}.short");
        }

        reader.Faults.ToList().ForEach(faults.Add);
        return reader.Faults.Count > 0 ? null : words;
    }

    /// <summary>A text as HTML.</summary>
    /// <param name="values">Escaped already.</param>
    public string Html(string name, Language language, params ReadOnlySpan<(string Name, object Value)> values) =>
        texts[(name, language)](Values(values));

    /// <summary>Every text that needs no value, by its name.</summary>
    public IReadOnlyDictionary<string, object> Plain(Language language) => plain[language];

    private static FrozenDictionary<string, object> Values(ReadOnlySpan<(string Name, object Value)> values)
    {
        var all = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void Add(ContentReader reader, string name, LocalizedText? text, int line, string key)
    {
        var both = reader.NeedText(text, line, key);
        var names = TemplateSyntax.Names(both.Ja).Order(StringComparer.Ordinal).ToList();
        if (!names.SequenceEqual(TemplateSyntax.Names(both.En).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            reader.Fault(line, $"`{key}` does not use the same values in both languages.", "Both languages carry the same facts: use the same {{…}} in each.");
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            try
            {
                var compiled = renderer.Compile(WebUtility.HtmlEncode(both.In(language)));
                var specimen = compiled(Specimen);
                texts[(name, language)] = compiled;
                if (names.Count == 0)
                {
                    plain[language][name] = specimen;
                }
            }
            catch (TemplateException exception)
            {
                reader.Fault(line, $"`{key}` ({LanguageTag.Of(language)}) cannot be rendered: {exception.Message}", $"Use one of: {string.Join(", ", Specimen.Keys.Order(StringComparer.Ordinal))}.");
            }
        }
    }
}
