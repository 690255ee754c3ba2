namespace Sbirt.Content.SmallCells;

/// <summary>
/// Keeps back small counts of persons and as many others as it takes that nobody can reckon them from sums: even who
/// knows this rule, and which cells are the small ones, is left with three values or more for each that is kept back.
/// A count of nobody is shown (NDBの利用に関するガイドライン, 最小集計単位の原則: 10未満, ただし0を除く).
/// </summary>
public static class SmallCellRule
{
    /// <summary>The least count of persons that is shown.</summary>
    public const int Least = 10;

    /// <summary>How far a kept-back count must be able to move, down and up together.</summary>
    private const int Room = 2;

    public static bool IsSmall(long count) => count is > 0 and < Least;

    /// <summary>A count that stands alone: null when it is small.</summary>
    public static long? Show(long count) => IsSmall(count) ? null : count;

    /// <summary>The table with what must be kept back; null when it cannot be shown in parts at all.</summary>
    /// <param name="rule">By row and column; all <see cref="CellRule.Free"/> when null.</param>
    public static ShownTable? Show(CountTable counts, Func<int, int, CellRule>? rule = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var net = new CellNet(counts, rule ?? ((_, _) => CellRule.Free));
        while (net.HiddenCells.FirstOrDefault(cell => net.RoomOf(cell, Room) < Room) is { } bare)
        {
            if (!net.HideAround(bare))
            {
                return null;
            }
        }

        return new ShownTable(counts, net.Hidden());
    }
}
