using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Drinks;

/// <summary>Sizes of drinks, the guide of a week, and how answers become grams; all from <c>drinks.yaml</c>.</summary>
public sealed class DrinkTable
{
    private readonly ImmutableDictionary<string, Measure> measures;
    private readonly DrinkShape shape;

    private DrinkTable(DrinkShape shape, ImmutableDictionary<string, Measure> measures, ImmutableArray<WeekRule> rules)
    {
        this.shape = shape;
        this.measures = measures;
        WeekRules = rules;
    }

    /// <summary>Every measure people count in.</summary>
    public IEnumerable<Measure> Measures => measures.Values.OrderBy(measure => measure.Id, StringComparer.Ordinal);

    /// <summary>The age from which alcohol may be drunk, in completed years.</summary>
    public int LegalDrinkingAge => shape.LegalDrinkingAge!.Years;

    internal ImmutableArray<WeekRule> WeekRules { get; }

    /// <summary>Pure alcohol of an amount in millilitres at a strength in volume percent.</summary>
    public Grams GramsOf(decimal ml, decimal percent) =>
        new(ml * percent / 100m * shape.EthanolGramsPerMl!.Value);

    /// <summary>The measure with this id; the file's check guarantees the five that texts use.</summary>
    public Measure this[string id] => measures[id];

    /// <summary>How many of a measure an amount is.</summary>
    public decimal In(Grams grams, string measureId) => grams.Over(measures[measureId].Grams);

    /// <summary>Average per day from which the risk of lifestyle diseases rises; unknown sex: the lower.</summary>
    public Grams RiskRaisingPerDay(Sex? sex) => new(sex == Sex.Male
        ? shape.RiskRaisingGramsPerDay!.Male
        : shape.RiskRaisingGramsPerDay!.Female);

    /// <summary>The estimated week of an answer sheet, or null when its instrument or answers give none.</summary>
    public WeekEstimate? WeekOf(Scored scored)
    {
        ArgumentNullException.ThrowIfNull(scored);
        if (scored.Scales.FirstOrDefault(score => score.Scale is { Estimate: true, Unit: "g/d" }) is { Value: { } perDay })
        {
            return new WeekEstimate(new Grams(perDay * 7), new Grams(perDay * 7));
        }

        return WeekRules.FirstOrDefault(rule => rule.InstrumentId == scored.Instrument.Id)?.Estimate(scored);
    }

    internal static DrinkTable? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var shape = reader.Read<DrinkShape>();
        var measures = shape is null ? [] : DrinkFaults.Look(reader, shape);
        reader.Faults.ToList().ForEach(faults.Add);
        return shape is null || reader.Faults.Count > 0
            ? null
            : new DrinkTable(shape, measures.ToImmutableDictionary(measure => measure.Id), [.. shape.WeekEstimates.Select(WeekRule.From)]);
    }
}
