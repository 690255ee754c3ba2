using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.Tests.Builders;

/// <summary>Builds answer sheets; paths are told by linkId so that a test can name them.</summary>
internal sealed class SheetBuilder(string instrumentId)
{
    private readonly List<GivenAnswer> answers = [];
    private readonly List<StatedScore> stated = [];
    private bool? selfCompleted;

    public static SheetBuilder ASheet(string instrumentId) => new(instrumentId);

    /// <summary>An AUDIT sheet with one score per item from item 1 on; null leaves the item out.</summary>
    public static SheetBuilder AnAudit(params decimal?[] scores) => ASheet("audit").WithScores("audit", scores);

    public SheetBuilder WithScores(string prefix, params decimal?[] scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] is { } score)
            {
                With($"{prefix}-{i + 1}", score);
            }
        }

        return this;
    }

    public SheetBuilder With(string linkId, decimal score) => With(linkId, new AnswerValue.Number(score));

    public SheetBuilder With(string linkId, AnswerValue value, params decimal[] weights)
    {
        answers.Add(new GivenAnswer(linkId, value, $"item.where(linkId='{linkId}').answer", [.. weights]));
        return this;
    }

    public SheetBuilder WithCode(string linkId, string? system, string code, string? display = null, params decimal[] weights) =>
        With(linkId, new AnswerValue.Coded(system, code, display), weights);

    public SheetBuilder Stating(string? scaleId, string? loinc, decimal value)
    {
        stated.Add(new StatedScore(scaleId, loinc is null ? null : new Code(CodeSystems.Loinc, loinc), value, $"stated.{scaleId ?? loinc}"));
        return this;
    }

    public SheetBuilder FilledInBy(bool self)
    {
        selfCompleted = self;
        return this;
    }

    public AnswerSheet Build() => new(instrumentId, [.. answers], [.. stated], selfCompleted);
}
