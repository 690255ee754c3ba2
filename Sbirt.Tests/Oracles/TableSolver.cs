using Sbirt.Content.SmallCells;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// Somebody who wants the hidden counts of a table: knows the rule, which cells are small and which are not, and that rows
/// and columns add up. Written without a look at how cells are hidden.
/// </summary>
internal static class TableSolver
{
    /// <summary>Hidden cells whose count follows by narrowing what each can be, sum after sum, until nothing narrows.</summary>
    public static List<(int Row, int Column)> Recovered(CountTable counts, ShownTable shown)
    {
        var (least, most) = (new Dictionary<(int, int), long>(), new Dictionary<(int, int), long>());
        foreach (var cell in Cells(counts))
        {
            (least[cell], most[cell]) = shown[cell.Row, cell.Column] is { } count ? (count, count) : SmallCellRule.IsSmall(counts[cell.Row, cell.Column]) ? (1, 9) : (10, 1_000_000);
        }

        for (var narrowed = true; narrowed;)
        {
            narrowed = false;
            foreach (var (parts, sum) in Sums(counts))
            {
                narrowed |= Narrow(sum, parts.Sum(part => least[part]), parts.Sum(part => most[part]));
                foreach (var part in parts)
                {
                    var others = parts.Where(other => other != part).ToList();
                    narrowed |= Narrow(part, least[sum] - others.Sum(other => most[other]), most[sum] - others.Sum(other => least[other]));
                }
            }
        }

        return [.. Cells(counts).Where(cell => shown[cell.Row, cell.Column] is null && least[cell] == most[cell])];

        bool Narrow((int, int) cell, long from, long to)
        {
            var (newLeast, newMost) = (Math.Max(least[cell], from), Math.Min(most[cell], to));
            var isNews = newLeast > least[cell] || newMost < most[cell];
            (least[cell], most[cell]) = (newLeast, newMost);
            return isNews;
        }
    }

    /// <summary>
    /// Tries every table within two of the true one that fits all that is shown: of the hidden cells, how many values the
    /// one with the fewest can have.
    /// </summary>
    public static int LeastChoice(CountTable counts, ShownTable shown)
    {
        var inner = Cells(counts).Where(cell => cell.Row < counts.Rows && cell.Column < counts.Columns).ToList();
        var seen = Cells(counts).Where(cell => shown[cell.Row, cell.Column] is null).ToDictionary(cell => cell, _ => new HashSet<long>());
        Try(new long[counts.Rows, counts.Columns], 0);
        return seen.Count == 0 ? int.MaxValue : seen.Values.Min(values => values.Count);

        void Try(long[,] guess, int at)
        {
            if (at == inner.Count)
            {
                Check(new CountTable(counts.Rows, counts.Columns, (row, column) => guess[row, column]));
                return;
            }

            var (row, column) = inner[at];
            var (from, to) = shown[row, column] is { } count ? (count, count) : (Math.Max(0, counts[row, column] - 2), counts[row, column] + 2);
            for (var value = from; value <= to; value++)
            {
                guess[row, column] = value;
                Try(guess, at + 1);
            }
        }

        void Check(CountTable guess)
        {
            if (Cells(counts).All(cell => shown[cell.Row, cell.Column] is { } count
                ? guess[cell.Row, cell.Column] == count
                : guess[cell.Row, cell.Column] > 0 && SmallCellRule.IsSmall(guess[cell.Row, cell.Column]) == SmallCellRule.IsSmall(counts[cell.Row, cell.Column])))
            {
                foreach (var (cell, values) in seen)
                {
                    values.Add(guess[cell.Row, cell.Column]);
                }
            }
        }
    }

    private static IEnumerable<(int Row, int Column)> Cells(CountTable counts) =>
        from row in Enumerable.Range(0, counts.Rows + 1) from column in Enumerable.Range(0, counts.Columns + 1) select (row, column);

    private static IEnumerable<(List<(int, int)> Parts, (int, int) Sum)> Sums(CountTable counts) =>
    [
        .. Enumerable.Range(0, counts.Rows + 1).Select(row => (Enumerable.Range(0, counts.Columns).Select(column => (row, column)).ToList(), (row, counts.Columns))),
        .. Enumerable.Range(0, counts.Columns + 1).Select(column => (Enumerable.Range(0, counts.Rows).Select(row => (row, column)).ToList(), (counts.Rows, column))),
    ];
}
