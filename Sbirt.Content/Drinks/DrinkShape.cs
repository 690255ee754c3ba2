using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Drinks;

/// <summary><c>drinks.yaml</c> as it is written.</summary>
internal sealed class DrinkShape : Located
{
    public string? Version { get; set; }

    public FigureShape? EthanolGramsPerMl { get; set; }

    public Dictionary<string, MeasureShape> Measures { get; set; } = [];

    public PerDayShape? RiskRaisingGramsPerDay { get; set; }

    public AgeShape? LegalDrinkingAge { get; set; }

    public List<WeekRuleShape> WeekEstimates { get; set; } = [];
}

/// <summary>Anything in the file that must name its source and date.</summary>
internal abstract class CitedShape : Located
{
    public string? Source { get; set; }

    public string? Date { get; set; }
}

internal sealed class FigureShape : CitedShape
{
    public decimal Value { get; set; }
}

internal sealed class PerDayShape : CitedShape
{
    public decimal Male { get; set; }

    public decimal Female { get; set; }
}

internal sealed class AgeShape : CitedShape
{
    public int Years { get; set; }
}

internal sealed class MeasureShape : CitedShape
{
    public decimal? Grams { get; set; }

    public decimal? Ml { get; set; }

    public decimal? Percent { get; set; }

    public LocalizedText? Title { get; set; }
}

internal sealed class WeekRuleShape : Located
{
    public string? Instrument { get; set; }

    public string? FrequencyItem { get; set; }

    public string? AmountItem { get; set; }

    public Dictionary<string, List<decimal>> TimesPerWeek { get; set; } = [];

    public Dictionary<string, List<decimal>> Drinks { get; set; } = [];
}
