using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Thresholds;

/// <summary>The cut-offs of one jurisdiction or programme, each with source and effective date.</summary>
/// <param name="Id">e.g. <c>jp-mhlw</c>; stored with each result.</param>
/// <param name="Inherits">Packs searched, in order, for scales this pack says nothing about.</param>
/// <param name="Beside">Packs whose band is shown beside this one's (jp-mhlw shows who-2001).</param>
public sealed record ThresholdPack(
    string Id,
    string Version,
    Localized Title,
    DateOnly Effective,
    ImmutableArray<string> Inherits,
    ImmutableArray<string> Beside,
    ImmutableArray<ThresholdSet> Sets,
    ImmutableArray<Modifier> Modifiers);

/// <summary>Bands of one scale for those it applies to; bands cover the scale without gap or overlap.</summary>
/// <param name="Note">What the user must know of it (conflict between sources, estimate); null: nothing.</param>
public sealed record ThresholdSet(
    string PackId,
    string InstrumentId,
    string ScaleId,
    AppliesTo AppliesTo,
    ImmutableArray<Band> Bands,
    ImmutableArray<Source> Sources,
    DateOnly Effective,
    Localized? Note)
{
    /// <summary>Its sources as one line.</summary>
    public string Citation { get; } = string.Join("; ", Sources.Select(source => source.Cite));
}

/// <summary>
/// A rule beside the bands: a flag or a safety path when a condition on item or scale scores holds
/// (PHQ-9 item 9; AUDIT 4+5+6 ≥ 4; any drinking in pregnancy).
/// </summary>
/// <param name="Id">Stable code of the finding, e.g. <c>suicidality</c>.</param>
/// <param name="On">LinkIds whose scores are summed, or empty with <paramref name="ScaleId"/>.</param>
/// <param name="Topic">Set where it differs from the instrument's (PHQ-9 item 9 is about suicidality).</param>
/// <param name="Intervention">Intervention it brings instead of the band's; null: the band's stays.</param>
public sealed record Modifier(
    string Id,
    string PackId,
    string InstrumentId,
    ImmutableArray<string> On,
    string? ScaleId,
    ModifierTest Test,
    decimal AtLeast,
    AppliesTo AppliesTo,
    Localized Title,
    Localized Action,
    Seriousness Seriousness,
    string? Intervention,
    bool HandOver,
    ImmutableArray<Source> Sources,
    DateOnly Effective,
    Localized? Note,
    Topic? Topic = null)
{
    /// <summary>The cut-off as printed, e.g. <c>≥4</c>.</summary>
    public string CutOff { get; } = $"≥{Figure.Text(AtLeast)}";
}

/// <summary>How a modifier reads the items it is on.</summary>
public enum ModifierTest
{
    /// <summary>Their sum reaches the limit.</summary>
    Sum,

    /// <summary>Any one of them reaches it.</summary>
    Any,

    /// <summary>Every one of them reaches it.</summary>
    Each,
}
