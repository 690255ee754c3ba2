using Sbirt.Content.Findings;
using Sbirt.Content.Instruments.Evaluation;

namespace Sbirt.Content.Instruments;

/// <summary>
/// Finds which of an item's answers a given answer means, whatever kind of value it came as; what is
/// ambiguous is refused, never guessed.
/// </summary>
public static class AnswerMatching
{
    /// <summary>The accepted answer of the item, or the one reason it was refused.</summary>
    public static Reading<ItemScore> Match(Instrument instrument, GivenAnswer answer, Person person)
    {
        var table = instrument.Plan.Table;
        if (!table.Positions.TryGetValue(answer.LinkId, out var position))
        {
            return Reading<ItemScore>.Refuse(AnswerReasons.UnknownItem(answer.Path));
        }

        var plan = table.Plans[position];
        var match = plan.Key.Match(answer.Value, answer.StatedWeights);
        return match.Problem == MatchProblem.None
            ? new Reading<ItemScore>.Ok(plan.Report(match.Answer, Scoring.KnownSex(person)))
            : Reading<ItemScore>.Refuse(AnswerReasons.Of(match.Problem, plan.Item, answer.Path));
    }
}
