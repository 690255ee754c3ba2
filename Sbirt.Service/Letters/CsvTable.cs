using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Sbirt.Service.Referrals;

namespace Sbirt.Service.Letters;

/// <summary>
/// A list that a payer keeps (CSV with headings, in any order). What is wrong in it is told by file and line, and never by
/// what the line holds.
/// </summary>
internal sealed class CsvTable
{
    private const int MostLetters = 200;
    private const long MostBytes = 256L * 1024 * 1024;

    private CsvTable(string path, ImmutableArray<CsvRow> rows)
    {
        Path = path;
        Rows = rows;
    }

    public string Path { get; }

    public ImmutableArray<CsvRow> Rows { get; }

    /// <param name="needed">Headings that must be there.</param>
    /// <param name="known">All headings that mean something.</param>
    /// <exception cref="LettersFaultException">It cannot be read, or not as such a list.</exception>
    public static CsvTable Read(string path, ImmutableArray<string> needed, ImmutableArray<string> known)
    {
        var text = Text(path);
        if (text.Count(letter => letter == '"') % 2 != 0)
        {
            throw new LettersFaultException($"{path}: a quotation mark is not closed. Save the list again as CSV.");
        }

        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = false });
        var headings = parser.Read() ? parser.Record!.Select(heading => heading.Trim()).ToList() : [];
        if (needed.FirstOrDefault(heading => !headings.Contains(heading)) is { } missing)
        {
            throw new LettersFaultException($"{path}:1: the column \"{missing}\" is missing. The first line holds the headings: {string.Join(",", known)}.");
        }

        if (headings.GroupBy(heading => heading).Any(same => same.Count() > 1 && known.Contains(same.Key)))
        {
            throw new LettersFaultException($"{path}:1: a heading stands there twice. Each column has a heading of its own: {string.Join(",", known)}.");
        }

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            var cells = parser.Record!;
            if (cells.Length > headings.Count || cells.Any(cell => cell.Length > MostLetters))
            {
                throw new LettersFaultException($"{path}:{line}: the line has more cells than headings, or a cell of more than {MostLetters} letters. Look at the line.");
            }

            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new CsvRow(path, line, headings.Zip(cells).Where(each => known.Contains(each.First)).ToDictionary(each => each.First, each => CsvText.Unguarded(each.Second.Trim()), StringComparer.Ordinal)));
            }
        }

        return new CsvTable(path, rows.ToImmutable());
    }

    private static string Text(string path)
    {
        if (!File.Exists(path))
        {
            throw new LettersFaultException($"There is no file {path}. Check the spelling of the path.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new LettersFaultException($"{path}: the list is larger than {MostBytes / 1024 / 1024} MB. Split it.");
        }

        return FileText.Decode(File.ReadAllBytes(path)) ?? throw new LettersFaultException($"{path}: the list is in no known encoding. Save it as CSV UTF-8.");
    }
}

/// <summary>One line of a list.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal sealed record CsvRow(string Path, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; empty when the column or the cell is not there.</summary>
    public string this[string heading] => Cells.GetValueOrDefault(heading, "");

    public LettersFaultException Fault(string what) => new($"{Path}:{Line}: {what}");

    /// <summary>A day that must be there.</summary>
    public DateOnly Day(string heading) => DayOrNone(heading) ?? throw Fault($"`{heading}` is missing. Write the day as 2026-11-30.");

    public DateOnly? DayOrNone(string heading)
    {
        if (this[heading].Length == 0)
        {
            return null;
        }

        // Spreadsheets turn 2026-11-30 into 2026/11/30.
        return DateOnly.TryParseExact(this[heading], ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault($"`{heading}` is no day. Write it as 2026-11-30.");
    }
}

/// <summary>Letters cannot be written as asked; the message says what to do.</summary>
internal sealed class LettersFaultException(string message) : Exception(message);
