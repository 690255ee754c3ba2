using System.Collections.Immutable;

namespace Sbirt.Content.Referrals;

/// <summary>One row of a directory as it was written, before it is checked.</summary>
/// <param name="Row">CSV: row of the file, the heading being row 1. YAML and Bundle: 1-based entry.</param>
/// <param name="Line">Line of the file where it begins; null when the format has none.</param>
public sealed record PlaceEntry(int Row, int? Line, ImmutableDictionary<PlaceColumn, PlaceCell> Cells)
{
    /// <summary>What stands in a column, trimmed; null when it is empty or absent.</summary>
    public string? this[PlaceColumn column] =>
        Cells.TryGetValue(column, out var cell) && !string.IsNullOrWhiteSpace(cell.Text) ? cell.Text.Trim() : null;

    /// <summary>The line a column stands on, or that of the row.</summary>
    public int? LineOf(PlaceColumn column) => Cells.TryGetValue(column, out var cell) ? cell.Line ?? Line : Line;
}

/// <summary>What stands in one column of one row; lists are separated by commas.</summary>
public readonly record struct PlaceCell(string Text, int? Line = null);

/// <summary>The rows a file held, and what could not be read of it.</summary>
public sealed record DirectoryReading(
    ImmutableArray<PlaceEntry> Entries,
    ImmutableArray<DirectoryProblem> Problems);
