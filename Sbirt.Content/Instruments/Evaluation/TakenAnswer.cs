namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>The accepted answer of one item, or that none was given (the default).</summary>
/// <param name="Place">The option's place among the item's options.</param>
internal readonly record struct TakenAnswer(bool Given, Option? Option, int Place, decimal Number)
{
    /// <summary>The points for a man or a woman.</summary>
    public decimal ScoreFor(Sex sex) => Option is null ? Number : Option.ScoreFor(sex);
}
