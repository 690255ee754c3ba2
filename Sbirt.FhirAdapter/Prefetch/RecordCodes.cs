using System.Text.Json;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>The codings of a CodeableConcept, or of a list of them.</summary>
internal static class RecordCodes
{
    public static IEnumerable<(string System, string Code)> In(JsonElement resource, string name)
    {
        if (!resource.TryGetProperty(name, out var concept))
        {
            return [];
        }

        return concept.ValueKind switch
        {
            JsonValueKind.Object => OfConcept(concept),
            JsonValueKind.Array => concept.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object).SelectMany(OfConcept),
            _ => [],
        };
    }

    public static bool Has(JsonElement resource, string name, string system, string code) =>
        In(resource, name).Any(coding => coding == (system, code));

    private static IEnumerable<(string System, string Code)> OfConcept(JsonElement concept)
    {
        if (!concept.TryGetProperty("coding"u8, out var codings) || codings.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var coding in codings.EnumerateArray())
        {
            // A code that names no system is of no system we know, but still tells a status.
            if (PatientRecord.Text(coding, "code") is { } code)
            {
                yield return (PatientRecord.Text(coding, "system") ?? "", code);
            }
        }
    }
}
