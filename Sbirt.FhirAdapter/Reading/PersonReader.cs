using System.Globalization;
using System.Text.Json;
using Sbirt.Content;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// Reads from a Patient (R4) the facts that cut-offs depend on. A partial birth date is an interval; the age
/// taken is the one certainly completed on the day.
/// </summary>
public static class PersonReader
{
    // Older than anyone has become: the date is a placeholder, not a birth.
    private const int OldestAge = 130;

    /// <summary>What the Patient tells; nothing of it when it is no Patient or carries a modifierExtension.</summary>
    public static Person Read(JsonElement patient, DateOnly onDay)
    {
        if (patient.ValueKind != JsonValueKind.Object
            || Text(patient, "resourceType") != "Patient"
            || patient.TryGetProperty("modifierExtension"u8, out _))
        {
            return Person.Unknown;
        }

        return new Person(SexOf(Text(patient, "gender")), AgeOf(Text(patient, "birthDate"), onDay));
    }

    /// <summary>The contained Patient that the subject refers to as <c>#id</c>, or null.</summary>
    public static JsonElement? ContainedPatient(JsonElement response, string? subject)
    {
        if (subject is not ['#', .. var id] || !response.TryGetProperty("contained"u8, out var contained))
        {
            return null;
        }

        foreach (var resource in contained.EnumerateArray())
        {
            if (Text(resource, "resourceType") == "Patient" && Text(resource, "id") == id)
            {
                return resource;
            }
        }

        return null;
    }

    /// <summary>
    /// False when the subject names a Patient by id and it is not this one. A subject that is absent, or names
    /// nobody by id, contradicts nothing.
    /// </summary>
    public static bool IsSubject(JsonElement patient, string? subject)
    {
        const string Folder = "Patient/";
        var at = subject?.LastIndexOf(Folder, StringComparison.Ordinal) ?? -1;
        return at < 0
            || Text(patient, "id") is not { } id
            || subject![(at + Folder.Length)..].Split('/')[0] == id;
    }

    /// <summary>The day of a FHIR dateTime of day precision or finer, as written; null for anything else.</summary>
    public static DateOnly? DayOf(string? dateTime) =>
        dateTime is { Length: >= 10 }
        && DateOnly.TryParseExact(dateTime.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static Sex? SexOf(string? gender) => gender switch
    {
        "male" => Sex.Male,
        "female" => Sex.Female,
        "other" => Sex.Other,
        _ => null,
    };

    private static int? AgeOf(string? birthDate, DateOnly onDay)
    {
        if (LatestDayOf(birthDate) is not { } born || born > onDay)
        {
            return null;
        }

        var years = onDay.Year - born.Year;
        if (onDay < born.AddYears(years))
        {
            years--;
        }

        return years <= OldestAge ? years : null;
    }

    /// <summary>The last day a date of year, month or day precision can mean.</summary>
    private static DateOnly? LatestDayOf(string? date)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (DateOnly.TryParseExact(date, "yyyy-MM", culture, DateTimeStyles.None, out var month))
        {
            return new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
        }

        return DateOnly.TryParseExact(date, "yyyy", culture, DateTimeStyles.None, out var year)
            ? new DateOnly(year.Year, 12, 31)
            : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
