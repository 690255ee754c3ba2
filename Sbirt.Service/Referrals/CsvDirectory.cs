using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Sbirt.Content.Referrals;

namespace Sbirt.Service.Referrals;

/// <summary>A directory as CSV (RFC 4180) with headings in Japanese or English, in any order.</summary>
internal sealed class CsvDirectory(ReferralLibrary library)
{
    // Each may be there in Japanese or in English.
    private static readonly ImmutableArray<(PlaceColumn Column, PlaceColumn Or)> Needed =
    [
        (PlaceColumn.Id, PlaceColumn.Id),
        (PlaceColumn.Type, PlaceColumn.Type),
        (PlaceColumn.NameJa, PlaceColumn.NameEn),
        (PlaceColumn.FirstVisitJa, PlaceColumn.FirstVisitEn),
    ];

    private readonly ProblemList problems = new(library);

    /// <summary>The rows of a text, and what could not be read of it.</summary>
    public DirectoryReading Read(string text)
    {
        // An odd number of quotation marks leaves one open, and everything after it would become a single cell.
        if (text.Count(letter => letter == '"') % 2 != 0)
        {
            problems.Add(ProblemCodes.FileMalformed, line: LineOfLastOpening(text));
            return new DirectoryReading([], problems.All);
        }

        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => problems.Add(ProblemCodes.FileMalformed, bad.Context.Parser!.Row, bad.Context.Parser.RawRow),
            IgnoreBlankLines = false,
        });
        if (!parser.Read())
        {
            problems.Add(ProblemCodes.FileEmpty);
            return new DirectoryReading([], problems.All);
        }

        var columns = Columns(parser.Record!);
        var entries = ImmutableArray.CreateBuilder<PlaceEntry>();
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            if (parser.Record!.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                entries.Add(Entry(parser.Row, line, parser.Record!, columns));
            }

            line = parser.RawRow + 1;
        }

        if (entries.Count == 0)
        {
            problems.Add(ProblemCodes.FileEmpty);
        }

        return new DirectoryReading(entries.ToImmutable(), problems.All);
    }

    private List<PlaceColumn?> Columns(string[] headings)
    {
        var columns = new List<PlaceColumn?>();
        for (var at = 0; at < headings.Length; at++)
        {
            var column = library.Words.ColumnOf(headings[at]);
            if (column is null && !string.IsNullOrWhiteSpace(headings[at]))
            {
                problems.Add(ProblemCodes.ColumnUnknown, 1, 1, cell: at + 1);
            }

            if (column is not null && columns.Contains(column))
            {
                problems.Add(ProblemCodes.ColumnTwice, 1, 1, column, at + 1);
            }

            columns.Add(column);
        }

        foreach (var needed in Needed.Where(needed => !columns.Contains(needed.Column) && !columns.Contains(needed.Or)))
        {
            problems.Add(ProblemCodes.ColumnAbsent, 1, 1, needed.Column);
        }

        return columns;
    }

    private PlaceEntry Entry(int row, int line, string[] cells, List<PlaceColumn?> columns)
    {
        var read = ImmutableDictionary.CreateBuilder<PlaceColumn, PlaceCell>();
        for (var at = 0; at < cells.Length; at++)
        {
            if (at >= columns.Count)
            {
                if (!string.IsNullOrWhiteSpace(cells[at]))
                {
                    problems.Add(ProblemCodes.RowTooLong, row, line, cell: at + 1);
                }

                continue;
            }

            if (columns[at] is not { } column)
            {
                continue;
            }

            if (LooksLikeFormula(cells[at], column))
            {
                problems.Add(ProblemCodes.FormulaCell, row, line, column);
            }

            read[column] = new PlaceCell(cells[at]);
        }

        return new PlaceEntry(row, line, read.ToImmutable());
    }

    // A spreadsheet would run such a cell; +81 numbers and degrees below zero are what they seem.
    private static bool LooksLikeFormula(string cell, PlaceColumn column) => cell.TrimStart() is [var first, ..] && first switch
    {
        '=' or '@' => true,
        '+' => column != PlaceColumn.Phone,
        '-' => column is not (PlaceColumn.Latitude or PlaceColumn.Longitude),
        _ => false,
    };

    private static int LineOfLastOpening(string text) => text[..text.LastIndexOf('"')].Count(letter => letter == '\n') + 1;
}
