using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Reads Dosage elements as milligrams a day.</summary>
internal sealed class MedicineDose(MedicineLibrary library, MedicineMatch.Known known, Action<UnreadReason, string> note)
{
    /// <summary>
    /// The amount a day; steps that follow one another give least and most. Null when any part is not told or
    /// cannot be read.
    /// </summary>
    public DailyAmount? Daily(ImmutableArray<JsonElement> dosages)
    {
        var steps = dosages
            .Select((dosage, index) => (Step: ((JsonElement?)dosage).Written("sequence"), Daily: DailyOf(dosage, index)))
            .GroupBy(each => each.Step, StringComparer.Ordinal)
            .Select(step => step.Any(each => each.Daily is null) ? (DailyAmount?)null : step.Select(each => each.Daily!.Value).Aggregate(DailyAmount.Add))
            .ToImmutableArray();
        return steps.IsEmpty || steps.Any(step => step is null)
            ? null
            : new DailyAmount(steps.Min(step => step!.Value.Least), steps.Max(step => step!.Value.Most));
    }

    private DailyAmount? DailyOf(JsonElement dosage, int index)
    {
        var path = $"dosageInstruction[{index}].doseAndRate";
        var rates = dosage.Items("doseAndRate").ToImmutableArray();
        if (rates is not [var rate])
        {
            return null;
        }

        var basis = rate.Member("type").Items("coding")
            .Select(coding => library.BasisOf(new Code(coding.Text("system") ?? "", coding.Text("code") ?? "")))
            .FirstOrDefault(told => told != AmountBasis.NotTold);
        if (rate.Member("rateRatio") is { } ratio)
        {
            return IsOneDay(ratio.Member("denominator")) && Milligrams(ratio.Member("numerator"), basis, path) is { } perDay
                ? DailyAmount.Of(Rounded(perDay))
                : null;
        }

        if (MedicineTiming.TimesADay(dosage.Member("timing")) is not { } times)
        {
            return null;
        }

        var least = rate.Member("doseQuantity") ?? rate.Member("doseRange").Member("low");
        var most = rate.Member("doseQuantity") ?? rate.Member("doseRange").Member("high");
        return Milligrams(least, basis, path) is { } low && Milligrams(most, basis, path) is { } high && low <= high
            ? new DailyAmount(Rounded(low * times.Least), Rounded(high * times.Most))
            : null;
    }

    /// <summary>To the nanogram: two spellings of one dose are one dose.</summary>
    private static decimal Rounded(decimal milligrams) => decimal.Round(milligrams, 6);

    private decimal? Milligrams(JsonElement? quantity, AmountBasis basis, string path)
    {
        if (quantity is null)
        {
            return null;
        }

        if (MedicineQuantity.ValueOf(quantity) is not { } value)
        {
            note(UnreadReason.AmountInvalid, path);
            return null;
        }

        var (milligrams, why) = library.MilligramsOf(known, new MedicineAmount(value, quantity.Text("code"), quantity.Text("unit"), basis));
        if (why is { } reason)
        {
            note(reason, path);
        }

        return milligrams;
    }

    private bool IsOneDay(JsonElement? denominator) =>
        MedicineQuantity.ValueOf(denominator) is { } value
        && library.DaysOf(value, denominator.Text("code"), denominator.Text("unit")) == 1;
}
