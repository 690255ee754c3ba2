using System.Text.Json;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>Reads members that may be absent or of another kind, without throwing.</summary>
internal static class ElementReading
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement? Member(this JsonElement? element, string name) => element?.Member(name);

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static string? Text(this JsonElement? element, string name) => element?.Text(name);

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement? element, string name) =>
        element is { } told ? told.Items(name) : [];

    /// <summary>The first extension of a URL.</summary>
    public static JsonElement? Extension(this JsonElement? element, string url)
    {
        foreach (var extension in element.Items("extension"))
        {
            if (extension.Text("url") == url)
            {
                return extension;
            }
        }

        return null;
    }

    /// <summary>A primitive of any kind as it was written.</summary>
    public static string? Written(this JsonElement? element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => null,
    };

    /// <summary>The text of an element in a language that its translation extension gives.</summary>
    public static string? Translation(this JsonElement? shadow, string language)
    {
        foreach (var translation in shadow.Items("extension").Where(one => one.Text("url") == PlaceUris.Translation))
        {
            var parts = (JsonElement?)translation;
            if (parts.Extension("lang").Text("valueCode")?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true)
            {
                return parts.Extension("content").Text("valueString") ?? parts.Extension("content").Text("valueMarkdown");
            }
        }

        return null;
    }

    /// <summary>Codes of one system in a list of CodeableConcepts.</summary>
    public static IEnumerable<string> Codes(this IEnumerable<JsonElement> concepts, string system) => concepts
        .SelectMany(concept => concept.Items("coding"))
        .Where(coding => coding.Text("system") == system)
        .Select(coding => coding.Text("code"))
        .OfType<string>();
}
