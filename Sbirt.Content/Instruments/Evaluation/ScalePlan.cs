using System.Collections.Immutable;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>
/// How one scale is computed: directly when all its answers are settled, else as the bounds over everything
/// that the missing answers could still be, the skip rule included.
/// </summary>
internal sealed class ScalePlan
{
    /// <summary>More cases than this to look through for one scale is a fault of the file.</summary>
    private const int MostCases = 4096;

    private readonly ItemTable table;
    private readonly ImmutableArray<(decimal Value, ConditionPlan When)> levels;
    private readonly ImmutableArray<ImmutableArray<int>> groups;
    private readonly bool[] enters;
    private readonly bool[] decides;

    public ScalePlan(ItemTable table, Scale scale)
    {
        this.table = table;
        Scale = scale;
        Items = [.. scale.Items.Where(table.Positions.ContainsKey).Select(linkId => table.Positions[linkId])];
        levels = [.. scale.Levels.Select(level => (level.Value, new ConditionPlan(level.When, table.Positions)))];
        enters = new bool[table.Items.Length];
        foreach (var position in Items)
        {
            enters[position] = true;
        }

        Relevant = Ancestry(table, Items);
        decides = new bool[table.Items.Length];
        foreach (var position in Relevant.SelectMany(each => table.Plans[each].Deciders)
            .Concat(levels.SelectMany(level => level.When.Comparisons).Select(comparison => comparison.Position)))
        {
            decides[position] = true;
        }

        groups = scale.Kind == ScaleKind.Levels ? [Relevant] : Groups(table, Relevant);
    }

    public Scale Scale { get; }

    /// <summary>Positions of the items that count.</summary>
    public ImmutableArray<int> Items { get; }

    /// <summary>Positions of the items that count and of those that decide whether they are asked.</summary>
    public ImmutableArray<int> Relevant { get; }

    /// <summary>True when looking through all cases would take too long.</summary>
    public bool IsTooBranched => groups.Any(group => group
        .Where(position => decides[position])
        .Aggregate(1L, (cases, position) => Math.Min(cases * table.Plans[position].PossibleScores(Sex.Male).Length, MostCases + 1)) > MostCases);

    /// <summary>The value when nothing that counts is open; null otherwise.</summary>
    /// <param name="sex">Any sex when <paramref name="sexMatters"/> is false.</param>
    public decimal? Settled(ReadOnlySpan<TakenAnswer> answers, ReadOnlySpan<Truth> asked, Sex sex, bool sexMatters)
    {
        var value = Start;
        foreach (var position in Items)
        {
            var answer = answers[position];
            if (asked[position] == Truth.No || !answer.Given)
            {
                if (asked[position] != Truth.No && table.Items[position].Required)
                {
                    return null;
                }

                value = Combine(value, 0);
                continue;
            }

            if (asked[position] == Truth.Maybe || (sexMatters && answer.Option?.ScoreBySex is not null))
            {
                return null;
            }

            value = Combine(value, answer.ScoreFor(sex));
        }

        return Scale.Kind == ScaleKind.Levels ? SettledLevel(answers, asked, sex) : Finish(value);
    }

    /// <summary>Smallest and largest value over all that the missing answers and an unknown sex could still be.</summary>
    public (decimal Lower, decimal Upper) BoundsOf(ReadOnlySpan<TakenAnswer> answers, ReadOnlySpan<Sex> sexes)
    {
        var asked = AnswerCourse.Follow(table, answers, sexes);
        var (lower, upper) = (decimal.MaxValue, decimal.MinValue);
        foreach (var sex in sexes)
        {
            var (low, high) = (Start, Start);
            foreach (var group in groups)
            {
                var (groupLow, groupHigh) = new Completions(this, group, answers, asked, sex).Bounds();
                (low, high) = groups.Length == 1 ? (groupLow, groupHigh) : (Combine(low, groupLow), Combine(high, groupHigh));
            }

            lower = Math.Min(lower, Finish(low));
            upper = Math.Max(upper, Finish(high));
        }

        return (lower, upper);
    }

    private decimal Start => Scale.Kind == ScaleKind.Product ? 1 : 0;

    private decimal Combine(decimal value, decimal score) =>
        Scale.Kind == ScaleKind.Product ? value * score : value + score;

    private decimal Finish(decimal value) => Scale switch
    {
        { Kind: ScaleKind.Levels } => value,
        { Decimals: { } places } => Math.Round(value * Scale.Factor, places, MidpointRounding.AwayFromZero),
        _ => value * Scale.Factor,
    };

    private decimal SettledLevel(ReadOnlySpan<TakenAnswer> answers, ReadOnlySpan<Truth> asked, Sex sex)
    {
        var scores = new decimal?[answers.Length];
        foreach (var position in Items)
        {
            scores[position] = answers[position].Given && asked[position] == Truth.Yes ? answers[position].ScoreFor(sex) : null;
        }

        return LevelOf(scores);
    }

    private decimal LevelOf(ReadOnlySpan<decimal?> scores)
    {
        foreach (var (value, when) in levels)
        {
            if (when.Holds(scores))
            {
                return value;
            }
        }

        return 0;
    }

    private static ImmutableArray<int> Ancestry(ItemTable table, ImmutableArray<int> items)
    {
        var found = new SortedSet<int>(items);
        var open = new Queue<int>(items);
        while (open.TryDequeue(out var position))
        {
            foreach (var before in table.Plans[position].Deciders)
            {
                if (found.Add(before))
                {
                    open.Enqueue(before);
                }
            }
        }

        return [.. found];
    }

    /// <summary>Items that hang together by the skip rule; groups are independent, so their bounds simply combine.</summary>
    private static ImmutableArray<ImmutableArray<int>> Groups(ItemTable table, ImmutableArray<int> relevant)
    {
        var groupOf = relevant.ToDictionary(position => position, position => position);
        foreach (var position in relevant)
        {
            foreach (var before in table.Plans[position].Deciders)
            {
                var (from, to) = (groupOf[before], groupOf[position]);
                foreach (var member in relevant.Where(member => groupOf[member] == from))
                {
                    groupOf[member] = to;
                }
            }
        }

        return [.. relevant.GroupBy(position => groupOf[position]).Select(group => group.Order().ToImmutableArray())];
    }

    /// <summary>Walks through every way to complete the answers of one group, deciding items case by case.</summary>
    private ref struct Completions(
        ScalePlan plan,
        ImmutableArray<int> group,
        ReadOnlySpan<TakenAnswer> answers,
        Truth[] asked,
        Sex sex)
    {
        private readonly ReadOnlySpan<TakenAnswer> answers = answers;
        private readonly decimal?[] scores = new decimal?[answers.Length];
        private decimal lower = decimal.MaxValue;
        private decimal upper = decimal.MinValue;

        public (decimal Lower, decimal Upper) Bounds()
        {
            Walk(0, plan.Start, plan.Start);
            return (lower, upper);
        }

        private void Walk(int step, decimal low, decimal high)
        {
            if (step == group.Length)
            {
                var level = plan.Scale.Kind == ScaleKind.Levels ? plan.LevelOf(scores) : (decimal?)null;
                lower = Math.Min(lower, level ?? low);
                upper = Math.Max(upper, level ?? high);
                return;
            }

            var position = group[step];
            var item = plan.table.Plans[position];
            var isAsked = asked[position] != Truth.No && item.AskedWhen?.Holds(scores) is not false;
            if (!isAsked || (!answers[position].Given && !item.Item.Required))
            {
                scores[position] = null;
                Next(step, low, high, 0, 0);
            }
            else if (answers[position].Given)
            {
                var score = answers[position].ScoreFor(sex);
                scores[position] = score;
                Next(step, low, high, score, score);
            }
            else if (plan.decides[position])
            {
                foreach (var score in item.PossibleScores(sex))
                {
                    scores[position] = score;
                    Next(step, low, high, score, score);
                }
            }
            else
            {
                // It may still be answered, or stay open and count 0.
                var possible = item.PossibleScores(sex);
                var counted = item.ZeroWhen?.Holds(scores) is true ? possible.Add(0) : possible;
                Next(step, low, high, counted.Min(), counted.Max());
            }
        }

        private void Next(int step, decimal low, decimal high, decimal least, decimal most)
        {
            if (plan.enters[group[step]])
            {
                (low, high) = (plan.Combine(low, least), plan.Combine(high, most));
            }

            Walk(step + 1, low, high);
        }
    }
}
