using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Cards;

/// <summary>Reads the pieces that the files of prompts are made of: sentences with values, sets of codes, whole numbers.</summary>
internal sealed class PromptPieces(ContentReader reader)
{
    // A hundred years: more is a slip of the pen.
    private const int MostWhole = 36_500;

    /// <summary>Short words by name.</summary>
    /// <param name="values">The values a word may hold; a word that is not in it holds none.</param>
    public ImmutableSortedDictionary<string, CardTemplate> Words(
        Dictionary<string, LocalizedText>? words,
        ImmutableArray<string> needed,
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>> values,
        Located at)
    {
        var told = words ?? [];
        foreach (var missing in needed.Where(word => !told.ContainsKey(word)))
        {
            reader.Fault(at.Line, $"`words.{missing}` is missing.", "Write it in both languages.");
        }

        return told.ToImmutableSortedDictionary(
            word => word.Key,
            word => Template(word.Value, word.Value?.Line ?? at.Line, word.Key, values.GetValueOrDefault(word.Key, [])),
            StringComparer.Ordinal);
    }

    public CardTemplate Template(LocalizedText? text, int line, string key, ImmutableSortedSet<string> values)
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
    public IReadOnlyList<T> Each<T>(List<T>? list, Located at, string key, Func<T, string?> name)
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

    public ImmutableArray<CodeSet> Codes(List<CodesShape>? codes) =>
        [.. (codes ?? []).Where(set => set is not null).Select(set => new CodeSet(
            reader.Need(set.System, set.Line, "system"), [.. set.Codes ?? []], [.. set.Prefixes ?? []]))];

    public int Whole(string? number, Located at, string key)
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
