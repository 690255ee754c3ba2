using System.Collections.Immutable;
using Sbirt.Content.Evaluation;

namespace Sbirt.Service.Evaluation;

/// <summary>What is evaluated.</summary>
/// <param name="Waiting">The list of persons who wait for their letter; null: comparison persons are matched.</param>
/// <param name="LeaveOut">Persons who are nobody's comparison, such as those who want no letters; null: none told.</param>
internal sealed record EvaluationOptions(
    ImmutableArray<string> Paths, MonthSpan Before, MonthSpan After, string Letters, string? Waiting, string? LeaveOut, string Preset, string Out, int Threads)
{
    public const string PageFile = "evaluation.html";

    public const string JsonFile = "evaluation.json";
}
