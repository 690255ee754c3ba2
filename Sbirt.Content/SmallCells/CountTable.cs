namespace Sbirt.Content.SmallCells;

/// <summary>
/// Counts of persons by row and column, with the sums of rows, columns and all: what a reader can add up, and so take from
/// one another. A list is a table of one column.
/// </summary>
public sealed class CountTable
{
    private readonly long[] counts;

    public CountTable(int rows, int columns, Func<int, int, long> count)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        (Rows, Columns) = (rows, columns);
        counts = new long[(rows + 1) * (columns + 1)];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var each = count(row, column);
                ArgumentOutOfRangeException.ThrowIfNegative(each, nameof(count));
                counts[At(row, column)] = each;
                counts[At(row, columns)] += each;
                counts[At(rows, column)] += each;
                counts[At(rows, columns)] += each;
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public long Total => counts[At(Rows, Columns)];

    /// <summary>A count; <see cref="Rows"/> and <see cref="Columns"/> are the sums.</summary>
    public long this[int row, int column] => counts[At(row, column)];

    public static CountTable List(IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new CountTable(counts.Count, 1, (row, _) => counts[row]);
    }

    private int At(int row, int column) => (row * (Columns + 1)) + column;
}
