using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Cards;

/// <summary>Reads the pieces that the files of prompts are made of: sentences with values, sets of codes, whole numbers.</summary>
internal sealed class PromptPieces(ContentReader reader)
{
    /// <summary>The values a card's words may hold.</summary>
    private static readonly ImmutableSortedSet<string> Values =
        ["day", "days", "last", "meaning", "place", "reasons", "talk", "title"];

    public ImmutableSortedDictionary<string, CardTemplate> Words(
        Dictionary<string, LocalizedText>? words, ImmutableArray<string> needed, Located at)
    {
        var told = words ?? [];
        foreach (var missing in needed.Where(word => !told.ContainsKey(word)))
        {
            reader.Fault(at.Line, $"`words.{missing}` is missing.", "Write it in both languages.");
        }

        return told.ToImmutableSortedDictionary(word => word.Key, word => Template(word.Value, word.Value.Line, word.Key), StringComparer.Ordinal);
    }

    public CardTemplate Template(LocalizedText? text, int line, string key)
    {
        var said = reader.NeedText(text, line, key);
        var (ja, en) = (CardTemplate.NamesIn(said.Ja), CardTemplate.NamesIn(said.En));
        foreach (var name in ja.Union(en).Except(Values))
        {
            reader.Fault(line, $"`{{{name}}}` is not something a card can say.", $"Use some of: {string.Join(", ", Values)}.");
        }

        if (!ja.SetEquals(en))
        {
            reader.Fault(line, $"`{key}` fills in other values in Japanese than in English.", "Use the same {names} in both.");
        }

        return new CardTemplate(said);
    }

    public ImmutableArray<CodeSet> Codes(List<CodesShape>? codes) =>
        [.. (codes ?? []).Select(set => new CodeSet(
            reader.Need(set.System, set.Line, "system"), [.. set.Codes ?? []], [.. set.Prefixes ?? []]))];

    public int Whole(string? number, Located at, string key)
    {
        var value = reader.NeedNumber(number, at.Line, key);
        if (value != decimal.Truncate(value) || value < 0)
        {
            reader.Fault(at.Line, $"`{key}: {number}` is not a whole number.", "Write 0, 1, 2 …");
            return 0;
        }

        return (int)value;
    }
}
