using System.Text.Json;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Reads Timing as times a day. A coded schedule that is not spelled out is not guessed.</summary>
internal static class MedicineTiming
{
    private const decimal HoursADay = 24;
    private const decimal MostTimes = 100;
    private const decimal Smallest = 0.01m;
    private const decimal Largest = 100_000;

    /// <summary>Least and most times a day, or null when the timing does not tell.</summary>
    public static (decimal Least, decimal Most)? TimesADay(JsonElement? timing)
    {
        var repeat = timing.Member("repeat");
        if (repeat is null || repeat.Member("dayOfWeek") is not null)
        {
            return null;
        }

        var moments = Math.Max(repeat.Items("when").Count(), repeat.Items("timeOfDay").Count());
        var frequency = NumberOf(repeat, "frequency") ?? (moments > 0 ? moments : null);
        var unit = repeat.Text("periodUnit") ?? (moments > 0 ? "d" : null);
        var period = NumberOf(repeat, "period") ?? (unit is null ? null : 1);
        // Multiplied before it is divided, so that every 8 hours is exactly 3 times a day.
        (decimal Hours, decimal Days)? scale = unit switch
        {
            "h" => (HoursADay, 1),
            "d" => (1, 1),
            "wk" => (1, 7),
            _ => null,
        };
        if (frequency is not > 0 || period is not > 0 || scale is not { } to || repeat.Member("periodMax") is not null)
        {
            return null;
        }

        var least = frequency.Value * to.Hours / (period.Value * to.Days);
        var most = (NumberOf(repeat, "frequencyMax") ?? frequency.Value) * to.Hours / (period.Value * to.Days);
        return most <= MostTimes && least <= most ? (least, most) : null;
    }

    private static decimal? NumberOf(JsonElement? element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) && value is >= Smallest and <= Largest ? value : null;
}
