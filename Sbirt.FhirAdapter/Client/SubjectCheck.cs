using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Client;

/// <summary>
/// Whether what came back is about the person that was asked about. A resource whose type names its person (subject,
/// patient, beneficiary, for …) has to name ours by a literal reference; a person that cannot be told is another's.
/// </summary>
/// <param name="baseUrl">
/// Absolute references count only below it: the same id elsewhere is somebody else. Null when no server is known.
/// </param>
/// <param name="patientId">The person's logical id.</param>
public sealed class SubjectCheck(Uri? baseUrl, string patientId)
{
    private static readonly string[] OwnerNames = ["subject", "patient", "beneficiary", "for", "individual"];
    private static readonly ConcurrentDictionary<string, string?> Owners = new(StringComparer.Ordinal);

    private readonly string _relative = $"Patient/{patientId}";
    private readonly string? _absolute = baseUrl is null ? null : $"{baseUrl.AbsoluteUri.TrimEnd('/')}/Patient/{patientId}";

    /// <summary>Whether the resource, and what it contains, is this person's or nobody's.</summary>
    public bool Passes(JsonElement resource) => Belongs(resource, isContained: false)
        && (!resource.TryGetProperty("contained"u8, out var contained)
            || contained.ValueKind != JsonValueKind.Array
            || contained.EnumerateArray().All(inner => Belongs(inner, isContained: true)));

    private bool Belongs(JsonElement resource, bool isContained)
    {
        if (resource.ValueKind != JsonValueKind.Object
            || !resource.TryGetProperty("resourceType"u8, out var type)
            || type.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        return type.GetString() switch
        {
            // Resources inside these would pass unseen.
            "Bundle" or "Parameters" => false,
            "Patient" => isContained || (resource.TryGetProperty("id"u8, out var id) && IsText(id, patientId)),
            "Appointment" or "AppointmentResponse" => TakesPart(resource),
            { } name when OwnerOf(name) is { } owner => resource.TryGetProperty(owner, out var reference)
                ? All(reference, IsOurs)
                : isContained,
            _ => true,
        };
    }

    // An appointment names people among its participants: ours has to be one, and no other person may be.
    private bool TakesPart(JsonElement appointment)
    {
        var actors = appointment.TryGetProperty("participant"u8, out var participants) && participants.ValueKind == JsonValueKind.Array
            ? participants.EnumerateArray()
                .Where(participant => participant.ValueKind == JsonValueKind.Object && participant.TryGetProperty("actor"u8, out _))
                .Select(participant => participant.GetProperty("actor"u8))
                .ToArray()
            : appointment.TryGetProperty("actor"u8, out var actor) ? [actor] : [];
        return actors.Any(IsOurs) && actors.Where(MayBeAPatient).All(IsOurs);
    }

    private bool IsOurs(JsonElement reference) => TextOf(reference) is { } text && IsOurs(text);

    private bool IsOurs(string reference)
    {
        var version = reference.IndexOf("/_history/", StringComparison.Ordinal);
        var plain = version < 0 ? reference : reference[..version];
        return plain == _relative || plain == _absolute;
    }

    private static bool MayBeAPatient(JsonElement reference) =>
        TextOf(reference) is not { } text
        || text.StartsWith('#')
        || text.StartsWith("urn:", StringComparison.Ordinal)
        || text.Split('/').Contains("Patient");

    private static string? TextOf(JsonElement reference) =>
        reference.ValueKind == JsonValueKind.Object
        && reference.TryGetProperty("reference"u8, out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static bool All(JsonElement value, Func<JsonElement, bool> holds) =>
        value.ValueKind == JsonValueKind.Array
            ? value.GetArrayLength() > 0 && value.EnumerateArray().All(holds)
            : holds(value);

    private static bool IsText(JsonElement value, string text) =>
        value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    // The element by which R4 lets this type name a patient; null when the type is about nobody.
    private static string? OwnerOf(string type) => StructureTable.R4.Resource(Encoding.UTF8.GetBytes(type)) is { } known
        ? Owners.GetOrAdd(known.Name, _ => FindOwner(known))
        : OwnerNames[0];

    private static string? FindOwner(StructureType type) => OwnerNames.FirstOrDefault(name => type.Elements.Any(element =>
        element.Name == name
        && element is { IsChoice: false }
        && element.Properties.Any(property => property.Type.Name == "Reference"
            && (property.Targets.IsEmpty || property.Targets.Any(target => target.Name == "Patient")))));
}
