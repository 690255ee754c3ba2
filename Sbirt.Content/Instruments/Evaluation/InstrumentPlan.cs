using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>Everything scoring looks up of one instrument, worked out once.</summary>
internal sealed class InstrumentPlan
{
    private static readonly ImmutableArray<Sex> Either = [Sex.Male, Sex.Female];
    private readonly FrozenSet<(string System, string Value)> scoreCodes;

    /// <param name="scoreCodes">Codes of the scores of every instrument in the library.</param>
    public InstrumentPlan(Instrument instrument, FrozenSet<(string System, string Value)> scoreCodes)
    {
        Instrument = instrument;
        Table = new ItemTable(instrument.Items, instrument.Scales.SelectMany(scale => scale.Levels));
        Scales = [.. instrument.Scales.Select(scale => new ScalePlan(Table, scale))];
        this.scoreCodes = scoreCodes;
    }

    public Instrument Instrument { get; }

    public ItemTable Table { get; }

    public ImmutableArray<ScalePlan> Scales { get; }

    /// <summary>True when some instrument of the library carries this code on a score.</summary>
    public bool IsScoreCode(Codes.Code code) => scoreCodes.Contains((code.System, code.Value));

    /// <summary>The sexes to reckon with: one when it is known or makes no difference, else both.</summary>
    public ImmutableArray<Sex> SexesOf(Sex? sex) => sex switch
    {
        Sex.Male or Sex.Female => [sex.Value],
        _ when Table.HasScoreBySex => Either,
        _ => [Sex.Male],
    };
}
