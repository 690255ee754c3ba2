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
        var days = unit switch
        {
            "h" => period / HoursADay,
            "d" => period,
            "wk" => period * 7,
            _ => null,
        };
        if (frequency is not > 0 || days is not > 0 || repeat.Member("periodMax") is not null)
        {
            return null;
        }

        var least = frequency.Value / days.Value;
        var most = (NumberOf(repeat, "frequencyMax") ?? frequency.Value) / days.Value;
        return most <= MostTimes && least <= most ? (least, most) : null;
    }

    private static decimal? NumberOf(JsonElement? element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) && value is >= Smallest and <= Largest ? value : null;
}
