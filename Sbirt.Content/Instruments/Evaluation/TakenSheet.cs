using System.Collections.Immutable;
using Sbirt.Content.Findings;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>The answers of a sheet by item, or the reasons it is refused: one per item, all at once.</summary>
internal sealed class TakenSheet
{
    private TakenSheet(TakenAnswer[] answers, ImmutableArray<Reason> reasons, ImmutableArray<(int Position, string Path)> weightConflicts)
    {
        Answers = answers;
        Reasons = reasons;
        WeightConflicts = weightConflicts;
    }

    /// <summary>By the item's place.</summary>
    public TakenAnswer[] Answers { get; }

    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>Items whose answer came with a score that it does not have here.</summary>
    public ImmutableArray<(int Position, string Path)> WeightConflicts { get; }

    public static TakenSheet Read(ItemTable table, AnswerSheet sheet)
    {
        var answers = new TakenAnswer[table.Items.Length];
        var seen = new int[table.Items.Length];
        ImmutableArray<Reason>.Builder? reasons = null;
        ImmutableArray<(int, string)> conflicts = [];
        foreach (var given in sheet.Answers)
        {
            if (!table.Positions.TryGetValue(given.LinkId, out var position))
            {
                (reasons ??= ImmutableArray.CreateBuilder<Reason>()).Add(AnswerReasons.UnknownItem(given.Path));
                continue;
            }

            if (++seen[position] > 1)
            {
                if (seen[position] == 2)
                {
                    (reasons ??= ImmutableArray.CreateBuilder<Reason>()).Add(AnswerReasons.Repeated(table.Items[position], given.Path));
                }

                continue;
            }

            var match = table.Plans[position].Key.Match(given.Value, given.StatedWeights);
            if (match.Problem != MatchProblem.None)
            {
                (reasons ??= ImmutableArray.CreateBuilder<Reason>()).Add(AnswerReasons.Of(match.Problem, table.Items[position], given.Path));

                // One reason per item is enough: a second answer to it adds nothing.
                seen[position] = 2;
                continue;
            }

            answers[position] = match.Answer;
            if (match.WeightConflicts)
            {
                conflicts = conflicts.Add((position, given.Path));
            }
        }

        return new TakenSheet(answers, reasons?.ToImmutable() ?? [], conflicts);
    }
}
