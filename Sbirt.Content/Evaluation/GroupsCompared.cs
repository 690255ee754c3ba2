using System.Collections.Immutable;

namespace Sbirt.Content.Evaluation;

/// <summary>What was found of two groups, as it may be shown.</summary>
/// <param name="Written">Persons written to who have claims before and after.</param>
/// <param name="Compared">Persons of the comparison group, likewise.</param>
/// <param name="WithEverybody">The same with those who have no claim after, as if they had needed nothing.</param>
public sealed record GroupsCompared(
    int Written,
    int Compared,
    ImmutableArray<ComparisonLine> Lines,
    ImmutableArray<ComparisonLine> WithEverybody,
    ImmutableArray<ComparisonPart> Parts);

/// <summary>One measure: means for a person and month, and by how much more those written to changed.</summary>
/// <param name="EffectPercent">Of what those written to had before; null: they had none.</param>
public sealed record ComparisonLine(
    Measure Measure,
    decimal WrittenBefore,
    decimal WrittenAfter,
    decimal ComparedBefore,
    decimal ComparedAfter,
    decimal Effect,
    decimal Low,
    decimal High,
    decimal? EffectPercent,
    decimal? LowPercent,
    decimal? HighPercent);

/// <summary>A part of both groups.</summary>
/// <param name="By"><c>sex</c> or <c>age</c>.</param>
/// <param name="Value">A <see cref="Claims.ClaimSex"/>, or a band of ten years (-1: not told).</param>
/// <param name="Written">Null: kept back.</param>
/// <param name="Lines">Empty: kept back.</param>
public sealed record ComparisonPart(string By, int Value, long? Written, long? Compared, ImmutableArray<ComparisonLine> Lines);
