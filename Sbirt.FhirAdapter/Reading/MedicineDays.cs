using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// Reads how many days a supply covers: what is told as days first, then the duration of the order, then that of
/// the dosage, then quantity by dose, else not known (JP Core's own example tells two of them that disagree).
/// </summary>
internal sealed class MedicineDays(MedicineLibrary library, Action<UnreadReason, string> note)
{
    // Outside these a number is a slip of entry or an attack.
    private const decimal LeastAmount = 0.001m;
    private const decimal MostAmount = 1_000_000;
    private const decimal MostDays = 3_660;

    public (int? Days, bool IsEstimate) Of(JsonElement resource, string type, ImmutableArray<JsonElement> dosages, bool asNeeded)
    {
        if (type == "MedicationStatement")
        {
            return (OfStatement(resource), false);
        }

        var request = resource.Member("dispenseRequest");
        var told = type == "MedicationDispense"
            ? Duration(resource.Member("daysSupply"), "daysSupply")
            : Duration(request.Member("expectedSupplyDuration"), "dispenseRequest.expectedSupplyDuration");
        var quantity = type == "MedicationDispense" ? resource.Member("quantity") : request.Member("quantity");
        if (asNeeded)
        {
            return (told ?? Times(quantity, dosages), true);
        }

        return (told ?? Bounds(dosages) ?? ByQuantity(quantity, dosages), false);
    }

    /// <summary>From the beginning to the end that is told, or to the day it was last said to be taken.</summary>
    private static int? OfStatement(JsonElement statement)
    {
        var period = statement.Member("effectivePeriod");
        var start = MedicineDates.SpanOf(period.Text("start"));
        var end = MedicineDates.SpanOf(period.Text("end")) ?? MedicineDates.SpanOf(statement.Text("dateAsserted"));
        return start is { IsExact: true } from && end is { IsExact: true } to && to.Latest >= from.Latest
            ? to.Latest.DayNumber - from.Latest.DayNumber + 1
            : null;
    }

    private int? Duration(JsonElement? duration, string path)
    {
        if (duration is null)
        {
            return null;
        }

        if (MedicineQuantity.ValueOf(duration) is not > 0)
        {
            note(UnreadReason.AmountInvalid, path);
            return null;
        }

        var days = library.DaysOf(MedicineQuantity.ValueOf(duration)!.Value, duration.Text("code"), duration.Text("unit"));
        if (days is null)
        {
            note(UnreadReason.DurationUnknown, path);
        }

        return days;
    }

    private int? Bounds(ImmutableArray<JsonElement> dosages)
    {
        var all = dosages.Select(dosage => dosage.Member("timing").Member("repeat").Member("boundsDuration")).ToImmutableArray();
        if (all.IsEmpty || all.Any(bounds => bounds is null))
        {
            return null;
        }

        var days = all.Select((bounds, index) => Duration(bounds, $"dosageInstruction[{index}].timing.repeat.boundsDuration")).Distinct().ToImmutableArray();
        return days is [var same] ? same : null;
    }

    /// <summary>How long a quantity lasts at the most that may be taken a day, counted in one unit.</summary>
    private static int? ByQuantity(JsonElement? quantity, ImmutableArray<JsonElement> dosages)
    {
        var perDay = dosages.Select(dosage => PerDay(dosage, quantity)).ToImmutableArray();
        return perDay.IsEmpty || perDay.Any(one => one is null) || MedicineQuantity.ValueOf(quantity) is not (> 0 and <= MostAmount)
            ? null
            : Whole(MedicineQuantity.ValueOf(quantity)!.Value / perDay.Sum()!.Value);
    }

    /// <summary>The most of a dosage a day, in the unit of a quantity; null when it is not told in that unit.</summary>
    internal static decimal? PerDay(JsonElement dosage, JsonElement? quantity)
    {
        if (dosage.Items("doseAndRate").ToImmutableArray() is not [var rate])
        {
            return null;
        }

        if (rate.Member("rateRatio") is { } ratio)
        {
            return MedicineQuantity.SameUnit(ratio.Member("numerator"), quantity)
                && MedicineQuantity.ValueOf(ratio.Member("denominator")) == 1
                && ratio.Member("denominator") is { } day
                && (day.Text("code") == "d" || day.Text("unit") is "日" or "d" or "day")
                && MedicineQuantity.ValueOf(ratio.Member("numerator")) is >= LeastAmount and <= MostAmount and var daily
                    ? daily
                    : null;
        }

        var dose = rate.Member("doseQuantity") ?? rate.Member("doseRange").Member("high");
        return MedicineQuantity.SameUnit(dose, quantity)
            && MedicineQuantity.ValueOf(dose) is >= LeastAmount and <= MostAmount and var each
            && MedicineTiming.TimesADay(dosage.Member("timing")) is { } times
                ? each * times.Most
                : null;
    }

    /// <summary>Use as needed: so many times, reckoned as days.</summary>
    private int? Times(JsonElement? quantity, ImmutableArray<JsonElement> dosages) =>
        dosages is [var only]
        && only.Items("doseAndRate").ToImmutableArray() is [var rate]
        && rate.Member("doseQuantity") is { } dose
        && MedicineQuantity.SameUnit(dose, quantity)
        && MedicineQuantity.ValueOf(dose) is >= LeastAmount and <= MostAmount and var each
        && MedicineQuantity.ValueOf(quantity) is > 0 and <= MostAmount and var all
        && all / each is <= MostAmount and var times
            ? library.EstimatedDays(decimal.Floor(times))
            : null;

    private static int? Whole(decimal days) => days is >= 1 and <= MostDays ? (int)decimal.Floor(days) : null;

}
