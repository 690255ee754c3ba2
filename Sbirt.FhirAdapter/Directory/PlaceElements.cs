using System.Text.Json;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>Writes the elements a place is made of; what is not told is left out.</summary>
internal static class PlaceElements
{
    public static void Contact(Utf8JsonWriter json, string system, string? value)
    {
        if (value is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    public static void Concepts(Utf8JsonWriter json, string name, string system, IEnumerable<(string Code, string? Display)> codes)
    {
        var all = codes.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        all.ForEach(one => Concept(json, system, one.Code, one.Display));
        json.WriteEndArray();
    }

    public static void Concept(Utf8JsonWriter json, string system, string code, string? display)
    {
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        String(json, "display", display);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Text(Utf8JsonWriter json, string name, Localized? text)
    {
        if (text is null)
        {
            return;
        }

        json.WriteString(name, text.Ja);
        json.WriteStartObject("_" + name);
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteStartArray("extension");
        Extension(json, "lang", "valueCode", "en");
        Extension(json, "content", "valueString", text.En);
        json.WriteEndArray();
        json.WriteString("url", PlaceUris.Translation);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Extension(Utf8JsonWriter json, string url, string kind, string? value)
    {
        if (value is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteString(kind, value);
        json.WriteEndObject();
    }

    public static void Truth(Utf8JsonWriter json, string url, bool? value)
    {
        if (value is not { } told)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteBoolean("valueBoolean", told);
        json.WriteEndObject();
    }

    public static void Age(Utf8JsonWriter json, string url, int? years)
    {
        if (years is not { } told)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteNumber("valueInteger", told);
        json.WriteEndObject();
    }

    public static void Reference(Utf8JsonWriter json, string target)
    {
        json.WriteStartObject();
        json.WriteString("reference", target);
        json.WriteEndObject();
    }

    public static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
