using System.Collections.Immutable;
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
    private static readonly byte[][] SubjectNames = ["subject"u8.ToArray(), "patient"u8.ToArray(), "for"u8.ToArray()];

    private readonly ImmutableArray<(string Type, JsonElement Resource)> resources;

    private PatientRecord(ImmutableArray<(string Type, JsonElement Resource)> resources) => this.resources = resources;

    /// <summary>The record, or null when a resource is about somebody else: then none of it is used.</summary>
    public static PatientRecord? Of(string patientId, IEnumerable<JsonElement> found)
    {
        var kept = new Dictionary<string, (string Type, JsonElement Resource)>(StringComparer.Ordinal);
        foreach (var resource in found)
        {
            var type = PrefetchValue.TypeOf(resource);
            if (IsOfOther(resource, type, patientId))
            {
                return null;
            }

            if (type.Length == 0)
            {
                continue;
            }

            var key = Text(resource, "id") is { } id ? $"{type}/{id}" : $"{type}?{resource.GetRawText()}";
            if (!kept.TryAdd(key, (type, resource)) && IsNewer(resource, kept[key].Resource))
            {
                kept[key] = (type, resource);
            }
        }

        return new PatientRecord([.. kept.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value)]);
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
    public IEnumerable<JsonElement> All(string type) =>
        resources.Where(each => each.Type == type && IsUsable(each.Resource)).Select(each => each.Resource);

    /// <summary>All of it, in one order; also what was entered in error, for a reader that says so itself.</summary>
    public IEnumerable<JsonElement> Everything => resources.Select(each => each.Resource);

    /// <summary>Sex and age as the Patient resource tells them.</summary>
    public Person Person(DateOnly today) =>
        All("Patient").Select(patient => PersonReader.Read(patient, today)).FirstOrDefault() ?? Content.Person.Unknown;

    /// <summary>True when the resource names another patient than this one as its subject.</summary>
    public static bool IsOfOther(JsonElement resource, string patientId) =>
        IsOfOther(resource, PrefetchValue.TypeOf(resource), patientId);

    private static bool IsOfOther(JsonElement resource, string type, string patientId)
    {
        if (resource.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        if (type == "Patient")
        {
            return Text(resource, "id") is { } id && id != patientId;
        }

        foreach (var name in SubjectNames)
        {
            if (resource.TryGetProperty(name, out var subject)
                && subject.ValueKind == JsonValueKind.Object
                && Text(subject, "reference") is { } reference
                && IsToOther(reference, patientId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The resources of a Bundle's entries.</summary>
    public static IEnumerable<JsonElement> Resources(JsonElement bundle)
    {
        if (!bundle.TryGetProperty("entry"u8, out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource"u8, out var resource))
            {
                yield return resource;
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

    private static bool IsUsable(JsonElement resource) =>
        !(resource.TryGetProperty("status"u8, out var status)
            && status.ValueKind == JsonValueKind.String
            && status.ValueEquals("entered-in-error"u8))
        && !resource.TryGetProperty("modifierExtension"u8, out _);

    /// <summary>True when a reference such as <c>Patient/1</c> or <c>https://ehr/Patient/1/_history/2</c> names another patient.</summary>
    private static bool IsToOther(string reference, string patientId)
    {
        const string Folder = "Patient/";
        var at = reference.LastIndexOf(Folder, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && reference[at - 1] != '/'))
        {
            return false;
        }

        var id = reference.AsSpan(at + Folder.Length);
        return !(id.IndexOf('/') is >= 0 and var end ? id[..end] : id).SequenceEqual(patientId);
    }
}
