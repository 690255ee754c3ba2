using System.Text.Json;

namespace Sbirt.FhirAdapter.Bundles;

/// <summary>The responses of a Bundle, each with the Patient and Questionnaire that came along in it.</summary>
public static class BundledResponses
{
    public static IEnumerable<BundledResponse> In(JsonElement bundle)
    {
        if (!bundle.TryGetProperty("entry"u8, out var all))
        {
            yield break;
        }

        var entries = all.EnumerateArray().ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            if (Resource(entries[i], "QuestionnaireResponse") is { } response)
            {
                yield return new BundledResponse(
                    i,
                    response,
                    Named(entries, "Patient", Text(response, "subject", "reference")),
                    WithUrl(entries, Text(response, "questionnaire")));
            }
        }
    }

    private static JsonElement? Named(List<JsonElement> entries, string type, string? reference)
    {
        foreach (var entry in entries)
        {
            if (reference is not null
                && Resource(entry, type) is { } resource
                && (reference == Text(entry, "fullUrl") || reference == $"{type}/{Text(resource, "id")}"))
            {
                return resource;
            }
        }

        return null;
    }

    private static JsonElement? WithUrl(List<JsonElement> entries, string? canonical)
    {
        var url = canonical?.Split('|')[0];
        foreach (var entry in entries)
        {
            if (url is not null && Resource(entry, "Questionnaire") is { } questionnaire && Text(questionnaire, "url") == url)
            {
                return questionnaire;
            }
        }

        return null;
    }

    private static JsonElement? Resource(JsonElement entry, string type) =>
        entry.TryGetProperty("resource"u8, out var resource) && Text(resource, "resourceType") == type ? resource : null;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}

/// <summary>One response of a Bundle.</summary>
/// <param name="Entry">0-based index of its entry.</param>
public sealed record BundledResponse(int Entry, JsonElement Response, JsonElement? Patient, JsonElement? Questionnaire);
