using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Thresholds;

/// <summary>One band of a scale, inclusive at both ends unless it says otherwise.</summary>
/// <param name="Id">e.g. <c>brief-intervention</c>, unique within the set.</param>
/// <param name="Intervention">Id of the brief intervention that belongs to it (Interventions/*.yaml).</param>
/// <param name="HandOver">True: places to hand over to are suggested.</param>
/// <param name="NextInstrument">Instrument to invite next (AUDIT after a positive health check); null: none.</param>
/// <param name="EndsBelow">True on scales with decimals: <paramref name="To"/> already belongs to the next band.</param>
public sealed record Band(
    string Id,
    decimal From,
    decimal To,
    Localized Label,
    Localized Action,
    Seriousness Seriousness,
    string Intervention,
    bool HandOver,
    string? NextInstrument,
    bool EndsBelow = false)
{
    /// <summary>The cut-off as printed, e.g. <c>8–14</c>; <c>20–&lt;40</c> where the end is left out.</summary>
    public string Span { get; } = From == To ? Figure.Text(From) : $"{Figure.Text(From)}–{(EndsBelow ? "<" : "")}{Figure.Text(To)}";

    /// <summary>True when the value lies in the band.</summary>
    public bool Contains(decimal value) => value >= From && (EndsBelow ? value < To : value <= To);

    /// <summary>True when some value between the bounds lies in the band.</summary>
    public bool Touches(decimal lower, decimal upper) => upper >= From && (EndsBelow ? lower < To : lower <= To);
}
