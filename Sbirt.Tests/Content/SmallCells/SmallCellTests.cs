using Sbirt.Content.SmallCells;
using Sbirt.Tests.Oracles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.SmallCells;

public sealed class SmallCellTests
{
    [Fact]
    public void A_table_of_large_counts_and_of_nobody_is_shown_whole()
    {
        var shown = SmallCellRule.Show(new CountTable(2, 2, (row, column) => row == column ? 10 : 0))!;
        shown.HidesAny.ShouldBeFalse();
        shown[0, 1].ShouldBe(0);
        shown.Total.ShouldBe(20);
    }

    [Fact]
    public void C11_a_small_count_of_a_list_takes_the_next_smallest_with_it()
    {
        var shown = SmallCellRule.Show(CountTable.List([3, 500, 12, 0]))!;
        Enumerable.Range(0, 4).Select(row => shown[row]).ShouldBe([null, 500L, null, 0L]);
        shown.Total.ShouldBe(515);
    }

    [Fact]
    public void C11_a_small_count_of_a_table_is_hidden_in_its_row_and_its_column()
    {
        long[,] counts = { { 4, 50, 60 }, { 70, 80, 90 }, { 55, 65, 75 } };
        var shown = SmallCellRule.Show(new CountTable(3, 3, (row, column) => counts[row, column]))!;
        shown[0, 0].ShouldBeNull();
        Enumerable.Range(0, 4).Count(column => shown[0, column] is null).ShouldBe(2);
        Enumerable.Range(0, 4).Count(row => shown[row, 0] is null).ShouldBe(2);
        shown.Total.ShouldBe(549);
    }

    [Fact]
    public void What_stands_elsewhere_is_shown_and_what_is_hidden_elsewhere_is_hidden()
    {
        var shown = SmallCellRule.Show(CountTable.List([300, 20, 15, 40]), (row, column) => row switch
        {
            1 => CellRule.Known,
            2 => CellRule.Hidden,
            _ => CellRule.Free,
        })!;
        Enumerable.Range(0, 4).Select(row => shown[row]).ShouldBe([300L, 20L, null, null]);
    }

    [Fact]
    public void C11_two_counts_of_nine_with_a_known_sum_cannot_be_shown_in_parts()
    {
        SmallCellRule.Show(CountTable.List([9, 9]), (row, _) => row == 2 ? CellRule.Known : CellRule.Free).ShouldBeNull();
        SmallCellRule.Show(CountTable.List([9, 9]))!.Total.ShouldBeNull();
    }

    [Fact]
    public void C11_nobody_can_solve_for_a_hidden_count_whatever_table_it_stands_in()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 3_000; trial++)
        {
            var (rows, columns) = (random.Next(1, 9), random.Next(1, 5));
            var most = random.Next(2) == 0 ? 14 : 60;
            var counts = new CountTable(rows, columns, (_, _) => random.Next(4) == 0 ? 0 : random.Next(most));
            var knowsTotal = counts.Total >= SmallCellRule.Least && random.Next(2) == 0;
            var shown = SmallCellRule.Show(counts, (row, column) => knowsTotal && row == rows && column == columns ? CellRule.Known : CellRule.Free);
            if (shown is null)
            {
                knowsTotal.ShouldBeTrue();
                continue;
            }

            TableSolver.Recovered(counts, shown).ShouldBeEmpty();
            for (var row = 0; row <= rows; row++)
            {
                for (var column = 0; column <= columns; column++)
                {
                    (shown[row, column] is { } count && SmallCellRule.IsSmall(count)).ShouldBeFalse();
                    shown[row, column].ShouldBeOneOf(null, counts[row, column]);
                }
            }
        }
    }

    [Fact]
    public void C11_each_hidden_count_of_a_small_table_has_three_values_that_fit_all_that_is_shown()
    {
        var random = new Random(12);
        for (var trial = 0; trial < 300; trial++)
        {
            var counts = new CountTable(random.Next(1, 3), random.Next(1, 4), (_, _) => random.Next(16));
            if (SmallCellRule.Show(counts) is { } shown)
            {
                TableSolver.LeastChoice(counts, shown).ShouldBeGreaterThanOrEqualTo(3);
            }
        }
    }

    [Fact]
    public void Little_more_is_hidden_than_must_be()
    {
        var random = new Random(13);
        var (small, hidden) = (0, 0);
        for (var trial = 0; trial < 200; trial++)
        {
            var counts = new CountTable(10, 2, (_, _) => random.Next(10) == 0 ? random.Next(1, 10) : random.Next(10, 1000));
            var shown = SmallCellRule.Show(counts)!;
            foreach (var (row, column) in from row in Enumerable.Range(0, 10) from column in Enumerable.Range(0, 2) select (row, column))
            {
                small += SmallCellRule.IsSmall(counts[row, column]) ? 1 : 0;
                hidden += shown[row, column] is null ? 1 : 0;
            }
        }

        hidden.ShouldBeInRange(small + 1, 4 * small);
    }
}
