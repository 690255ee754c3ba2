using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>One resource of a record, with what is asked of every resource read out of it once.</summary>
public sealed class RecordEntry
{
    private const string EnteredInError = "entered-in-error";

    private readonly List<string> subjects = [];
    private bool isModified;
    private ImmutableArray<(string System, string Code)> codes;

    private RecordEntry(JsonElement resource) => Resource = resource;

    /// <summary>Lives as long as the document it is part of.</summary>
    public JsonElement Resource { get; }

    /// <summary>The resource type, or an empty text.</summary>
    public string Type { get; private set; } = "";

    public string? Id { get; private set; }

    public string? Status { get; private set; }

    /// <summary>False: it was entered in error, or carries a modifier that we do not know.</summary>
    public bool IsUsable => !isModified && Status != EnteredInError;

    /// <summary>The codings of <c>code</c>.</summary>
    public ImmutableArray<(string System, string Code)> Codes => codes.IsDefault ? codes = [.. RecordCodes.In(Resource, "code")] : codes;

    /// <summary>Reads whatever stands where a resource should; of what is none, type and all else stay empty.</summary>
    public static RecordEntry Of(JsonElement resource)
    {
        var entry = new RecordEntry(resource);
        if (resource.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in resource.EnumerateObject())
            {
                entry.Note(property);
            }
        }

        return entry;
    }

    /// <summary>True when the resource is another patient, or names another patient as its subject.</summary>
    public bool IsOfOther(string patientId)
    {
        if (Type == "Patient")
        {
            return Id is { } id && id != patientId;
        }

        foreach (var subject in subjects)
        {
            var told = PatientIn(subject);
            if (told.Length > 0 && !told.SequenceEqual(patientId))
            {
                return true;
            }
        }

        return false;
    }

    private void Note(JsonProperty property)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        if (Is("resourceType"u8, name, property))
        {
            Type = TextOf(property.Value) ?? "";
        }
        else if (Is("id"u8, name, property))
        {
            Id = TextOf(property.Value);
        }
        else if (Is("status"u8, name, property))
        {
            Status = TextOf(property.Value);
        }
        else if (Is("modifierExtension"u8, name, property))
        {
            isModified = true;
        }
        else if ((Is("subject"u8, name, property) || Is("patient"u8, name, property) || Is("for"u8, name, property))
            && PatientRecord.Text(property.Value, "reference") is { } reference)
        {
            subjects.Add(reference);
        }
    }

    // Names are compared as they are written; one that is written with escapes is read out first.
    private static bool Is(ReadOnlySpan<byte> wanted, ReadOnlySpan<byte> written, JsonProperty property) =>
        written.SequenceEqual(wanted) || (written.Length > wanted.Length && written.Contains((byte)'\\') && property.NameEquals(wanted));

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The id of a reference such as <c>Patient/1</c> or <c>https://ehr/Patient/1/_history/2</c>.</summary>
    private static ReadOnlySpan<char> PatientIn(string reference)
    {
        const string Folder = "Patient/";
        var at = reference.LastIndexOf(Folder, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && reference[at - 1] != '/'))
        {
            return [];
        }

        var id = reference.AsSpan(at + Folder.Length);
        return id.IndexOf('/') is >= 0 and var end ? id[..end] : id;
    }
}
