using System.Globalization;
using System.Text;

namespace Sbirt.Content.Cards;

/// <summary>Text that must fit a card: one line, no direction marks, cut between characters as people see them.</summary>
public static class CardText
{
    /// <summary>CDS Hooks 2.0: the summary has fewer than 140 characters.</summary>
    public const int SummaryChars = 139;

    private const string Cut = "…";

    /// <summary>The text within a number of UTF-16 characters; a grapheme cluster is kept whole or left out.</summary>
    public static string Fit(string text, int most = SummaryChars)
    {
        var plain = OneLine(text);
        if (plain.Length <= most)
        {
            return plain;
        }

        var kept = 0;
        var clusters = StringInfo.GetTextElementEnumerator(plain);
        while (clusters.MoveNext())
        {
            var end = clusters.ElementIndex + ((string)clusters.Current).Length;
            if (end > most - Cut.Length)
            {
                break;
            }

            kept = end;
        }

        return plain[..kept].TrimEnd() + Cut;
    }

    // Controls become spaces; marks that change the direction or hide (U+202E and its kind) are left out. The joiner
    // that holds an emoji together is of the same category and stays.
    private static string OneLine(string text)
    {
        const int Joiner = 0x200D;
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    line.Append(' ');
                    break;
                case UnicodeCategory.Format when rune.Value != Joiner:
                    break;
                default:
                    line.Append(rune.ToString());
                    break;
            }
        }

        return line.ToString().Trim();
    }
}
