using System.Globalization;
using System.Text.Json;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>Days in a record. A partial date is the interval it means; the last day of it is taken, so that "since" is never too early.</summary>
internal static class RecordDates
{
    /// <summary>The day of a FHIR date or dateTime, or null when it is neither.</summary>
    public static DateOnly? DayOf(string? moment)
    {
        var culture = CultureInfo.InvariantCulture;
        return moment switch
        {
            { Length: >= 10 } when DateOnly.TryParseExact(moment.AsSpan(0, 10), "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) => day,
            { Length: 7 } when DateOnly.TryParseExact(moment, "yyyy-MM", culture, DateTimeStyles.None, out var month) =>
                new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)),
            { Length: 4 } when int.TryParse(moment, NumberStyles.None, culture, out var year) && year > 0 => new DateOnly(year, 12, 31),
            _ => null,
        };
    }

    /// <summary>The first of the named elements that tells a day.</summary>
    public static DateOnly? DayIn(JsonElement resource, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (DayOf(PatientRecord.Text(resource, name)) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The start, or else the end, of a Period element.</summary>
    public static DateOnly? StartOf(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var period) ? DayIn(period, "start", "end") : null;
}
