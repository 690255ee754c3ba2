using System.Collections.Immutable;
using Sbirt.Content.Findings;

namespace Sbirt.Content.Instruments;

/// <summary>What scoring an answer sheet gave.</summary>
/// <param name="Answers">The accepted answer of each asked item, in the instrument's order.</param>
/// <param name="Missing">LinkIds asked, required and not answered.</param>
/// <param name="Hidden">Answers to questions that the skip rule leaves out; they count nothing, but no safety rule overlooks them.</param>
/// <param name="Issues">What is noteworthy though it did not stop the scoring (hidden answer, mismatch, …).</param>
public sealed record Scored(
    Instrument Instrument,
    ImmutableArray<ItemScore> Answers,
    ImmutableArray<ScaleScore> Scales,
    ImmutableArray<string> Missing,
    ImmutableArray<Issue> Issues,
    ImmutableArray<ItemScore> Hidden)
{
    /// <summary>The score that the result is about.</summary>
    public ScaleScore Main => Scales.First(score => score.Scale.Main);

    /// <summary>The accepted score of an item; null when it was not asked or not answered.</summary>
    public decimal? ScoreOf(string linkId) =>
        Answers.FirstOrDefault(answer => answer.Item.LinkId == linkId)?.Score;
}

/// <summary>The accepted answer of one item.</summary>
/// <param name="Option">The option chosen; null for a number item.</param>
/// <param name="Score">Points; null when they depend on the sex and it was not told.</param>
public sealed record ItemScore(Item Item, Option? Option, decimal? Score, decimal LowestScore, decimal HighestScore);

/// <summary>A scale's value, or the bounds it must lie in when answers are missing.</summary>
/// <param name="Value">Null when incomplete.</param>
/// <param name="Lower">Smallest value still possible; equals <paramref name="Value"/> when complete.</param>
/// <param name="Upper">Largest value still possible.</param>
public sealed record ScaleScore(
    Scale Scale,
    decimal? Value,
    decimal Lower,
    decimal Upper,
    ImmutableArray<string> Missing)
{
    /// <summary>All answers are there.</summary>
    public bool IsComplete => Value is not null;
}

/// <summary>An integrity or safety point, reported as a DetectedIssue.</summary>
public sealed record Issue(Reason Reason, Seriousness Seriousness);
