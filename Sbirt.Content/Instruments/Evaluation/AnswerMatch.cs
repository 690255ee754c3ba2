namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>What an answer was found to be, or why it was not.</summary>
/// <param name="WeightConflicts">A score that came with the answer is not the one it has here.</param>
internal readonly record struct AnswerMatch(TakenAnswer Answer, MatchProblem Problem, bool WeightConflicts)
{
    public static AnswerMatch Failed(MatchProblem problem) => new(default, problem, false);
}

/// <summary>Why an answer could not be taken.</summary>
internal enum MatchProblem
{
    None,
    WrongType,
    OutOfRange,
    UnknownCode,
    Ambiguous,
}
