namespace Sbirt.Content.SmallCells;

/// <summary>
/// A table as a net of pipes. Each cell is a pipe from its row to its column, sums lead back, and what flows into a knot
/// flows out of it: just so cells and sums hang together. How far a cell can move while all that is shown stays is how
/// much more can be sent round through the others (max-flow by augmenting paths, Ford and Fulkerson 1956), exact for
/// whole numbers.
/// </summary>
internal sealed class CellNet
{
    private const long Endless = long.MaxValue / 4;

    private readonly CountTable counts;
    private readonly List<Cell> cells = [];
    private readonly List<(Cell Cell, int To, bool Along)>[] pipes;

    public CellNet(CountTable counts, Func<int, int, CellRule> rule)
    {
        this.counts = counts;
        pipes = [.. Enumerable.Range(0, counts.Rows + counts.Columns + 2).Select(_ => new List<(Cell, int, bool)>())];
        for (var row = 0; row <= counts.Rows; row++)
        {
            for (var column = 0; column <= counts.Columns; column++)
            {
                if (counts[row, column] > 0 && !(IsList && column == 1))
                {
                    Add(row, column, rule(row, column));
                }
            }
        }
    }

    public IEnumerable<Cell> HiddenCells => cells.Where(cell => cell.IsHidden);

    // The sum of a row of one cell is that cell.
    private bool IsList => counts.Columns == 1;

    public HashSet<(int Row, int Column)> Hidden() =>
        [.. HiddenCells.SelectMany(cell => new[] { (cell.Row, cell.Column), (cell.Row, IsList ? 1 : cell.Column) })];

    /// <summary>By how much the cell can be less and more, counted no further than <paramref name="enough"/>.</summary>
    public long RoomOf(Cell cell, long enough)
    {
        var less = Flow(cell, cell.From, cell.To, Math.Min(enough, cell.Count - cell.Least));
        return less >= enough ? enough : less + Flow(cell, cell.To, cell.From, Math.Min(enough - less, cell.Most - cell.Count));
    }

    /// <summary>Keeps back what closes the cheapest ring through the cell, or else its cheapest neighbour; false: all is kept back.</summary>
    public bool HideAround(Cell bare)
    {
        var ring = Ring(bare).Where(cell => !cell.IsHidden).ToList();
        var more = ring.Count > 0 ? ring : [.. cells.Where(cell => cell.MayHide).OrderBy(cell => !Touch(cell, bare)).ThenBy(cell => cell.Count).Take(1)];
        more.ForEach(cell => cell.IsHidden = true);
        return more.Count > 0;
    }

    private static bool Touch(Cell one, Cell other) => one.Row == other.Row || one.Column == other.Column;

    private void Add(int row, int column, CellRule rule)
    {
        var (isRowSum, isColumnSum) = (column == counts.Columns, row == counts.Rows);
        var (rowKnot, columnKnot) = (IsList && !isColumnSum ? counts.Rows + 1 + counts.Columns : row, counts.Rows + 1 + column);
        if (IsList && isColumnSum)
        {
            (rowKnot, columnKnot) = (counts.Rows + 1 + counts.Columns, counts.Rows + 1);
            (isRowSum, isColumnSum) = (true, false);
        }

        var backward = isRowSum != isColumnSum;
        var (from, to) = backward ? (columnKnot, rowKnot) : (rowKnot, columnKnot);
        var count = counts[row, column];
        var cell = new Cell(row, column, from, to, count, rule == CellRule.Known)
        {
            IsHidden = rule == CellRule.Hidden || (rule == CellRule.Free && SmallCellRule.IsSmall(count)),
        };
        cells.Add(cell);
        pipes[from].Add((cell, to, true));
        pipes[to].Add((cell, from, false));
    }

    /// <summary>How much can be sent from one knot to another through kept-back cells other than this one.</summary>
    private long Flow(Cell except, int from, int to, long enough)
    {
        var sent = new Dictionary<Cell, long>();
        var flow = 0L;
        while (flow < enough && Way(from, to, (cell, along) => cell.IsHidden && cell != except && Left(cell, along) > 0 ? 0 : null) is { } way)
        {
            var most = Math.Min(enough - flow, way.Min(step => Left(step.Cell, step.Along)));
            foreach (var (cell, along) in way)
            {
                sent[cell] = sent.GetValueOrDefault(cell) + (along ? most : -most);
            }

            flow += most;
        }

        return flow;

        long Left(Cell cell, bool along)
        {
            var now = cell.Count + sent.GetValueOrDefault(cell);
            return along ? cell.Most - now : now - cell.Least;
        }
    }

    private IEnumerable<Cell> Ring(Cell bare) =>
        Way(bare.To, bare.From, (cell, _) => cell == bare || cell.IsKnown ? null : cell.IsHidden ? 0 : cell.Count)?.Select(step => step.Cell) ?? [];

    /// <summary>The cheapest way between two knots (Dijkstra 1959); null: there is none.</summary>
    /// <param name="cost">Null: the pipe is closed.</param>
    private List<(Cell Cell, bool Along)>? Way(int from, int to, Func<Cell, bool, long?> cost)
    {
        var costs = Enumerable.Repeat(Endless, pipes.Length).ToArray();
        var by = new (Cell Cell, int From, bool Along)?[pipes.Length];
        var open = new PriorityQueue<int, (long, int)>([(from, (0, from))]);
        costs[from] = 0;
        while (open.TryDequeue(out var knot, out var reached))
        {
            if (reached.Item1 > costs[knot])
            {
                continue;
            }

            foreach (var (cell, next, along) in pipes[knot])
            {
                if (cost(cell, along) is { } step && costs[knot] + step < costs[next])
                {
                    costs[next] = costs[knot] + step;
                    by[next] = (cell, knot, along);
                    open.Enqueue(next, (costs[next], next));
                }
            }
        }

        if (costs[to] == Endless)
        {
            return null;
        }

        var way = new List<(Cell, bool)>();
        for (var knot = to; knot != from; knot = by[knot]!.Value.From)
        {
            way.Add((by[knot]!.Value.Cell, by[knot]!.Value.Along));
        }

        return way;
    }

    /// <summary>A cell that holds persons, and what may be thought of it: a small one is below the limit, any other is not.</summary>
    internal sealed class Cell(int row, int column, int from, int to, long count, bool isKnown)
    {
        public int Row => row;

        public int Column => column;

        public int From => from;

        public int To => to;

        public long Count => count;

        public bool IsKnown => isKnown;

        public long Least => SmallCellRule.IsSmall(count) ? 1 : SmallCellRule.Least;

        public long Most => SmallCellRule.IsSmall(count) ? SmallCellRule.Least - 1 : Endless;

        public bool IsHidden { get; set; }

        public bool MayHide => !IsHidden && !IsKnown;
    }
}
