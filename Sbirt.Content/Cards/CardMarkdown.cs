using Sbirt.Content.Handouts;

namespace Sbirt.Content.Cards;

/// <summary>Makes a text of any length print as itself in the Markdown of a card.</summary>
internal static class CardMarkdown
{
    /// <summary>The text escaped; one longer than a single value may be is escaped piece by piece, spaces kept.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes()
        .Chunk(RenderLimits.ValueChars / 2)
        .Select(piece => Escaped(string.Concat(piece.Select(rune => rune.ToString())))));

    private static string Escaped(string piece)
    {
        var lead = piece.Length - piece.TrimStart(' ').Length;
        var tail = piece.Length - piece.TrimEnd(' ').Length;
        return piece.Trim(' ').Length == 0
            ? piece
            : new string(' ', lead) + Escaping.ForMarkdown(piece) + new string(' ', tail);
    }
}
