namespace Sbirt.Content.SmallCells;

/// <summary>The table as it may be shown: null where a count is kept back.</summary>
public sealed class ShownTable
{
    private readonly CountTable counts;
    private readonly HashSet<(int Row, int Column)> hidden;

    internal ShownTable(CountTable counts, HashSet<(int Row, int Column)> hidden) => (this.counts, this.hidden) = (counts, hidden);

    public int Rows => counts.Rows;

    public int Columns => counts.Columns;

    public bool HidesAny => hidden.Count > 0;

    /// <summary>A count; <see cref="Rows"/> and <see cref="Columns"/> are the sums.</summary>
    public long? this[int row, int column] => hidden.Contains((row, column)) ? null : counts[row, column];

    /// <summary>A count of a list.</summary>
    public long? this[int row] => this[row, 0];

    /// <summary>A sum of rows that may be shown only as one: null when any of them is kept back.</summary>
    public long? Total => this[Rows, Columns];
}

/// <summary>What is known of a cell before its table is looked at.</summary>
public enum CellRule
{
    /// <summary>It is shown unless it must not be.</summary>
    Free,

    /// <summary>It stands elsewhere, so keeping it back here would keep back nothing.</summary>
    Known,

    /// <summary>It is kept back elsewhere, so it is kept back here.</summary>
    Hidden,
}
