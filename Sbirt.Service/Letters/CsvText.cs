using System.Buffers;
using System.Text;

namespace Sbirt.Service.Letters;

/// <summary>
/// CSV that a spreadsheet opens as text: a cell that would be taken for a formula gets an apostrophe before it (OWASP, CSV
/// injection), in the full-width spelling as well, and nothing that could end a cell or a line stands in one.
/// </summary>
internal static class CsvText
{
    private const char Guard = '\'';

    // Full-width and small forms are turned into the ASCII ones by input methods and by some spreadsheets.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫−|%");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"'\t ");

    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Cell(string value)
    {
        var plain = Plain(value);
        var guarded = BeginsFormula(plain) ? Guard + plain : plain;
        return guarded.AsSpan().ContainsAny(Quoted) ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }

    /// <summary>What a cell held before it was guarded.</summary>
    public static string Unguarded(string cell) => cell is [Guard, ..] && BeginsFormula(cell[1..]) ? cell[1..] : cell;

    private static bool BeginsFormula(string plain) => plain.AsSpan().TrimStart(" 　\"'") is [var first, ..] && Beginnings.Contains(first);

    private static string Plain(string value)
    {
        if (!value.Any(IsBreak))
        {
            return value.Trim();
        }

        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            text.Append(IsBreak(letter) ? ' ' : letter);
        }

        return text.ToString().Trim();
    }

    private static bool IsBreak(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF';
}
