using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// Answers by the item's position in the published form (1, 2, …). A choice is the option's place counted
/// from the lowest frequency or severity (0, 1, …), yes/no is 1/0, a number item is its number.
/// </summary>
internal sealed record OracleSheet(IReadOnlyDictionary<int, int> Answers, Sex? Sex = null, int? AgeYears = null)
{
    public static OracleSheet Of(params int[] answers) =>
        new(answers.Select((answer, index) => (Position: index + 1, answer)).ToDictionary(p => p.Position, p => p.answer));

    public OracleSheet For(Sex? sex, int? ageYears = null) => this with { Sex = sex, AgeYears = ageYears };

    public int? At(int position) => Answers.TryGetValue(position, out var answer) ? answer : null;

    /// <summary>Points of one item, or null when it was not answered.</summary>
    public int? Points(int position, IReadOnlyList<int> points) => At(position) is { } answer ? points[answer] : null;
}
