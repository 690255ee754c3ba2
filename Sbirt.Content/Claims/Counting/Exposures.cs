namespace Sbirt.Content.Claims.Counting;

/// <summary>
/// Makes days of use from what was handed out (domain rule 1 and 2): lines of a day are taken together, an early refill
/// is used after what it refills when both come from one institution, and never when they come from two.
/// </summary>
internal static class Exposures
{
    // Beyond ten years a number of days is a slip of entry, and sums would overflow.
    private const int MostDays = 3_660;

    /// <summary>In order of their days; only what can be counted in days.</summary>
    public static List<Exposure> Of(PersonFacts facts, Func<DispensingFact, bool> looks, MedicineTable medicines) =>
        Shifted(facts.Dispensings
            .Where(fact => fact.Form is IntakeForm.Daily or IntakeForm.AsNeeded && fact.Supply is > 0 and <= MostDays && looks(fact))
            .GroupBy(fact => (Drug: Drug.Of(fact), fact.Source, fact.Date, fact.IsDayKnown, fact.Form))
            .Select(same => Joined(same.Key.Drug, [.. same], medicines))
            .OrderBy(exposure => exposure.Start).ThenBy(exposure => exposure.Drug).ThenBy(exposure => exposure.Source).ThenBy(exposure => exposure.IsEstimate).ThenBy(exposure => exposure.IsDayKnown));

    private static Exposure Joined(Drug drug, DispensingFact[] lines, MedicineTable medicines)
    {
        var first = lines[0];
        var asNeeded = first.Form == IntakeForm.AsNeeded;
        var supply = lines.Max(line => line.Supply);
        return new Exposure(
            drug,
            medicines.Ingredient(drug.Ingredient),
            first.Source,
            first.Date,
            first.IsDayKnown,
            asNeeded ? medicines.EstimatedDays(supply) : supply,
            asNeeded,
            DoseOf(lines, medicines),
            lines);
    }

    private static DailyDose DoseOf(DispensingFact[] lines, MedicineTable medicines)
    {
        var product = Array.TrueForAll(lines, line => line.Medicine == lines[0].Medicine) ? lines[0].Medicine : ShortCode.None;
        var told = Array.TrueForAll(lines, line => MedicineTable.IsAmountTold(line));
        decimal? milligrams = 0;
        foreach (var line in lines)
        {
            milligrams += medicines.DailyMilligrams(line);
        }

        return new DailyDose(milligrams, product, told && !product.IsNone ? lines.Sum(line => line.DailyAmount) : 0);
    }

    private static List<Exposure> Shifted(IEnumerable<Exposure> exposures)
    {
        var ends = new Dictionary<(Drug, ShortCode), int>();
        var shifted = new List<Exposure>();
        foreach (var exposure in exposures)
        {
            if (exposure.IsEstimate || !exposure.IsDayKnown || exposure.Source.IsNone)
            {
                shifted.Add(exposure);
                continue;
            }

            var key = (exposure.Drug, exposure.Source);
            var begun = Math.Max(exposure.Start, ends.GetValueOrDefault(key, exposure.Start));
            ends[key] = begun + exposure.Days;
            shifted.Add(exposure with { Shift = begun - exposure.Start });
        }

        return shifted;
    }
}
