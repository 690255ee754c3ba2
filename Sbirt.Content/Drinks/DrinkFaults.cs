using System.Globalization;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Drinks;

/// <summary>Checks <c>drinks.yaml</c> and makes its measures.</summary>
internal static class DrinkFaults
{
    private static readonly string[] Needed = ["go", "can", "glass", "drinkJp", "drinkUs"];

    public static IReadOnlyList<Measure> Look(ContentReader reader, DrinkShape shape)
    {
        var density = shape.EthanolGramsPerMl;
        if (density is null or { Value: <= 0 } || shape.RiskRaisingGramsPerDay is null or { Male: <= 0 } or { Female: <= 0 }
            || shape.LegalDrinkingAge is null or { Years: < 16 or > 25 })
        {
            reader.Fault(shape.Line, "A figure of the table is missing or not positive.", "Write ethanolGramsPerMl, riskRaisingGramsPerDay and legalDrinkingAge.");
            return [];
        }

        foreach (var cited in new CitedShape[] { density, shape.RiskRaisingGramsPerDay, shape.LegalDrinkingAge })
        {
            DateOf(reader, cited);
        }

        foreach (var missing in Needed.Except(shape.Measures.Keys))
        {
            reader.Fault(shape.Line, $"The measure {missing} is missing.", "Texts count in it: write it under `measures:`.");
        }

        foreach (var rule in shape.WeekEstimates)
        {
            Rule(reader, rule);
        }

        return [.. shape.Measures.Select(entry => MeasureOf(reader, entry.Key, entry.Value, density.Value))
            .OfType<Measure>()];
    }

    private static Measure? MeasureOf(ContentReader reader, string id, MeasureShape shape, decimal gramsPerMl)
    {
        var grams = shape.Grams ?? shape.Ml * shape.Percent / 100m * gramsPerMl;
        var title = shape.Title?.ToLocalized(reader);
        if (grams is null or <= 0 || title is null)
        {
            reader.Fault(shape.Line, $"The measure {id} lacks its size or its title.", "Write `grams:`, or `ml:` and `percent:`, and `title:`.");
            return null;
        }

        return new Measure(id, title, new Grams(grams.Value), shape.Source ?? string.Empty, DateOf(reader, shape));
    }

    private static DateOnly DateOf(ContentReader reader, CitedShape cited)
    {
        if (!string.IsNullOrWhiteSpace(cited.Source)
            && DateOnly.TryParseExact(cited.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        reader.Fault(cited.Line, "A figure has no source or no date.", "Write `source:` and `date: yyyy-MM-dd`.");
        return default;
    }

    private static void Rule(ContentReader reader, WeekRuleShape rule)
    {
        var ranges = rule.TimesPerWeek.Values.Concat(rule.Drinks.Values).ToList();
        var wrong = ranges.Any(range => range.Count is 0 or > 2 || range[0] < 0 || (range.Count == 2 && range[1] < range[0]))
            || rule.TimesPerWeek.Values.Any(range => range.Count != 2 || range[1] > 7);
        if (wrong || ranges.Count == 0 || rule.Instrument is null || rule.FrequencyItem is null || rule.AmountItem is null)
        {
            reader.Fault(rule.Line, "A week estimate is not complete.", "Write instrument, frequencyItem, amountItem, timesPerWeek [least, most] up to 7, and drinks [least, most] or [least].");
        }
    }
}
