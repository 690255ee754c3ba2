using System.Collections.Immutable;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>One item with what scoring looks up of it.</summary>
internal sealed class ItemPlan
{
    private readonly ImmutableArray<decimal> male;
    private readonly ImmutableArray<decimal> female;
    private readonly ImmutableArray<ItemScore?> settled;

    /// <param name="comparisons">All comparisons of the instrument that look at this item.</param>
    public ItemPlan(Item item, ConditionPlan? askedWhen, ConditionPlan? zeroWhen, IEnumerable<Comparison> comparisons)
    {
        Item = item;
        AskedWhen = askedWhen;
        ZeroWhen = zeroWhen;
        Key = new AnswerKey(item);
        HasScoreBySex = item.Options.Any(option => option.ScoreBySex is not null);
        male = Telling(item, Sex.Male, [.. comparisons]);
        female = HasScoreBySex ? Telling(item, Sex.Female, [.. comparisons]) : male;
        settled = [.. item.Options.Select(option => option.ScoreBySex is null
            ? new ItemScore(item, option, option.Score, option.Score, option.Score)
            : null)];
    }

    public Item Item { get; }

    public ConditionPlan? AskedWhen { get; }

    public ConditionPlan? ZeroWhen { get; }

    /// <summary>Positions of the items that decide whether this one is asked or may be left open.</summary>
    public IEnumerable<int> Deciders =>
        (AskedWhen?.Comparisons ?? []).Concat(ZeroWhen?.Comparisons ?? []).Select(comparison => comparison.Position);

    public AnswerKey Key { get; }

    public bool HasScoreBySex { get; }

    /// <summary>
    /// Scores an answer may have: every score of a choice; of a number its limits and the numbers on either
    /// side of whatever it is compared with, so that no case is left out.
    /// </summary>
    public ImmutableArray<decimal> PossibleScores(Sex sex) => sex == Sex.Female ? female : male;

    /// <summary>The accepted answer as reported; sex null where unknown.</summary>
    public ItemScore Report(TakenAnswer answer, Sex? sex)
    {
        if (answer.Option is not { } option)
        {
            return new ItemScore(Item, null, answer.Number, answer.Number, answer.Number);
        }

        if (settled[answer.Place] is { } made)
        {
            return made;
        }

        if (sex is { } known)
        {
            var score = option.ScoreFor(known);
            return new ItemScore(Item, option, score, score, score);
        }

        var (man, woman) = (option.ScoreFor(Sex.Male), option.ScoreFor(Sex.Female));
        return new ItemScore(Item, option, null, Math.Min(man, woman), Math.Max(man, woman));
    }

    private static ImmutableArray<decimal> Telling(Item item, Sex sex, ImmutableArray<Comparison> comparisons)
    {
        if (item.Range is not { } range)
        {
            return [.. item.Options.Select(option => option.ScoreFor(sex)).Distinct().Order()];
        }

        return [.. comparisons
            .SelectMany(comparison => new[] { decimal.Floor(comparison.Score) - 1, decimal.Floor(comparison.Score), decimal.Floor(comparison.Score) + 1 })
            .Where(value => value > range.Min && value < range.Max)
            .Append(range.Min)
            .Append(range.Max)
            .Distinct()
            .Order()];
    }
}
