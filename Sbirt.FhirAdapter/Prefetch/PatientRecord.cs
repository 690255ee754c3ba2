using System.Globalization;
using System.Text.Json;
using Sbirt.Content;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>
/// The resources of one patient that a call brought or that were read for it: each once, in one order whatever order
/// they came in. Those entered in error, or with a modifier that we do not know, are not used.
/// </summary>
public sealed class PatientRecord
{
    private readonly List<RecordEntry> entries;
    private readonly ILookup<string, RecordEntry> usable;

    private PatientRecord(List<RecordEntry> entries)
    {
        this.entries = entries;
        usable = entries.Where(entry => entry.IsUsable).ToLookup(entry => entry.Type, StringComparer.Ordinal);
    }

    /// <summary>A record that holds nothing.</summary>
    public static PatientRecord Empty { get; } = new([]);

    /// <summary>The record, or null when a resource is about somebody else: then none of it is used.</summary>
    public static PatientRecord? Of(string patientId, IEnumerable<RecordEntry> found)
    {
        var kept = new Dictionary<(string Type, string Key), RecordEntry>();
        foreach (var entry in found)
        {
            if (entry.IsOfOther(patientId))
            {
                return null;
            }

            if (entry.Type.Length == 0)
            {
                continue;
            }

            // No id begins with a question mark.
            var key = (entry.Type, entry.Id ?? "?" + entry.Resource.GetRawText());
            if (!kept.TryGetValue(key, out var other) || IsNewer(entry.Resource, other.Resource))
            {
                kept[key] = entry;
            }
        }

        var ordered = kept.ToList();
        ordered.Sort((one, other) => string.CompareOrdinal(one.Key.Type, other.Key.Type) is not 0 and var types
            ? types
            : string.CompareOrdinal(one.Key.Key, other.Key.Key));
        return new PatientRecord(ordered.ConvertAll(each => each.Value));
    }

    // Two states of one resource: the later one, and of two that say no time always the same one, in whatever order they came.
    private static bool IsNewer(JsonElement resource, JsonElement other)
    {
        var later = (UpdatedAt(resource) ?? DateTimeOffset.MinValue).CompareTo(UpdatedAt(other) ?? DateTimeOffset.MinValue);
        return later != 0 ? later > 0 : string.CompareOrdinal(resource.GetRawText(), other.GetRawText()) > 0;
    }

    private static DateTimeOffset? UpdatedAt(JsonElement resource) =>
        resource.TryGetProperty("meta"u8, out var meta)
        && DateTimeOffset.TryParse(Text(meta, "lastUpdated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    /// <summary>The resources of a type that may be used.</summary>
    public IEnumerable<RecordEntry> All(string type) => usable[type];

    /// <summary>All of it, in one order; also what was entered in error, for a reader that says so itself.</summary>
    public IEnumerable<JsonElement> Everything => entries.Select(entry => entry.Resource);

    /// <summary>Sex and age as the Patient resource tells them.</summary>
    public Person Person(DateOnly today) =>
        All("Patient").Select(patient => PersonReader.Read(patient.Resource, today)).FirstOrDefault() ?? Content.Person.Unknown;

    /// <summary>The resources of a Bundle's entries.</summary>
    public static IEnumerable<RecordEntry> Resources(JsonElement bundle)
    {
        if (!bundle.TryGetProperty("entry"u8, out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource"u8, out var resource))
            {
                yield return RecordEntry.Of(resource);
            }
        }
    }

    /// <summary>A text element of an object, or null.</summary>
    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
