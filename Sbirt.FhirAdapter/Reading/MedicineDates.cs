using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Reads FHIR dates as the days they may mean.</summary>
internal static class MedicineDates
{
    /// <summary>The day it was written, handed out or begun; null when that is not told.</summary>
    public static DaySpan? StartOf(JsonElement resource, string type) => type switch
    {
        "MedicationRequest" => SpanOf(resource.Text("authoredOn")),
        "MedicationDispense" => SpanOf(resource.Text("whenHandedOver")) ?? SpanOf(resource.Text("whenPrepared")),
        _ => SpanOf(resource.Member("effectivePeriod").Text("start")) ?? SpanOf(resource.Text("effectiveDateTime")),
    };

    /// <summary>One day of a full date or date and time as written; a month or year is all of its days.</summary>
    public static DaySpan? SpanOf(string? date)
    {
        var culture = CultureInfo.InvariantCulture;
        if (date is { Length: >= 10 })
        {
            return DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? DaySpan.On(day) : null;
        }

        if (DateOnly.TryParseExact(date, "yyyy-MM", culture, DateTimeStyles.None, out var month))
        {
            return new DaySpan(month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        }

        return DateOnly.TryParseExact(date, "yyyy", culture, DateTimeStyles.None, out var year)
            ? new DaySpan(year, new DateOnly(year.Year, 12, 31))
            : null;
    }
}
