using System.Collections.Immutable;

namespace Sbirt.Content.Instruments;

/// <summary>The answers as they came, in our linkIds, not yet checked against the instrument.</summary>
/// <param name="StatedScores">Totals the sender claims; compared with ours, never used.</param>
/// <param name="SelfCompleted">True: the person filled it in; false: a clinician entered it; null: not told.</param>
public sealed record AnswerSheet(
    string InstrumentId,
    ImmutableArray<GivenAnswer> Answers,
    ImmutableArray<StatedScore> StatedScores,
    bool? SelfCompleted = null);

/// <summary>One answer to one item; the same item twice means two answers.</summary>
/// <param name="Path">Where it stands in the input, for messages (FHIRPath).</param>
/// <param name="StatedWeights">Scores the sender attached (<c>ordinalValue</c>, <c>itemWeight</c>); conflicts are reported.</param>
public sealed record GivenAnswer(
    string LinkId,
    AnswerValue Value,
    string Path,
    ImmutableArray<decimal> StatedWeights);

/// <summary>What was answered, in the kinds FHIR knows.</summary>
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    /// <summary>A code: a LOINC answer, ours, or a code-index id such as <c>audit-1-2</c>.</summary>
    public sealed record Coded(string? System, string Code, string? Display) : AnswerValue;

    /// <summary>valueInteger or valueDecimal.</summary>
    public sealed record Number(decimal Value) : AnswerValue;

    /// <summary>valueBoolean, for yes/no items.</summary>
    public sealed record Truth(bool Value) : AnswerValue;

    /// <summary>valueString equal to an option's text in either language.</summary>
    public sealed record Words(string Text) : AnswerValue;

    /// <summary>A kind no item takes (date, attachment, …).</summary>
    public sealed record Unsupported(string Kind) : AnswerValue;
}

/// <summary>A total the sender claims, under the code it was sent with.</summary>
/// <param name="ScaleId">The scale its place in the form says it is; null when only the code tells.</param>
public sealed record StatedScore(string? ScaleId, Codes.Code? Code, decimal Value, string Path);
