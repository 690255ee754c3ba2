using System.Text.Json;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>The codings of a CodeableConcept, or of a list of them.</summary>
internal static class RecordCodes
{
    public static IReadOnlyList<(string System, string Code)> In(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var concept) ? In(concept) : [];

    public static bool Has(JsonElement resource, string name, string system, string code) =>
        In(resource, name).Any(coding => coding == (system, code));

    private static (string System, string Code)[] In(JsonElement concept) => concept.ValueKind switch
    {
        JsonValueKind.Object => OfConcept(concept),
        JsonValueKind.Array => [.. concept.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object).SelectMany(OfConcept)],
        _ => [],
    };

    // Read into an array at once: nearly every concept has one coding, and every rule asks for it.
    private static (string System, string Code)[] OfConcept(JsonElement concept)
    {
        if (!concept.TryGetProperty("coding"u8, out var codings) || codings.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var found = new (string System, string Code)[codings.GetArrayLength()];
        var count = 0;
        foreach (var coding in codings.EnumerateArray())
        {
            // A code that names no system is of no system we know, but still tells a status.
            if (PatientRecord.Text(coding, "code") is { } code)
            {
                found[count++] = (PatientRecord.Text(coding, "system") ?? "", code);
            }
        }

        return count == found.Length ? found : found[..count];
    }
}
