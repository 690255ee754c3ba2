using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>
/// The few FHIR data types that every resource we write is made of, so that each has one spelling.
/// Numbers and texts are written as given; nothing is ever escaped away from the original characters.
/// </summary>
internal static class FhirWriting
{
    internal const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";

    private static readonly JsonWriterOptions Options = new()
    {
        // The bytes are served as application/fhir+json, never inside HTML: kanji stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One JSON object as bytes.</summary>
    internal static byte[] Object(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static void Coding(this Utf8JsonWriter json, Code code, string? display = null)
    {
        json.WriteStartObject();
        json.CodingContent(code, display);
        json.WriteEndObject();
    }

    internal static void CodingContent(this Utf8JsonWriter json, Code code, string? display)
    {
        json.WriteString("system", code.System);
        json.WriteString("code", code.Value);
        if ((code.Display ?? display) is { Length: > 0 } shown)
        {
            json.WriteString("display", shown);
        }
    }

    /// <summary>A CodeableConcept of one or more codings and an optional text.</summary>
    internal static void Concept(this Utf8JsonWriter json, string name, ImmutableArray<Code> codes, string? text = null)
    {
        json.WriteStartObject(name);
        json.ConceptContent(codes, text);
        json.WriteEndObject();
    }

    internal static void ConceptContent(this Utf8JsonWriter json, ImmutableArray<Code> codes, string? text)
    {
        if (codes.Length > 0)
        {
            json.WriteStartArray("coding");
            foreach (var code in codes)
            {
                json.Coding(code);
            }

            json.WriteEndArray();
        }

        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString("text", text);
        }
    }

    /// <summary>A string element in one language with the other as translation extension beside it.</summary>
    internal static void TextInBoth(
        this Utf8JsonWriter json, string name, string text, string? other, Language otherLanguage)
    {
        json.WriteString(name, text);
        if (string.IsNullOrEmpty(other))
        {
            return;
        }

        json.WriteStartObject("_" + name);
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", Translation);
        json.WriteStartArray("extension");
        json.Extension("lang", "valueCode", LanguageTag.Of(otherLanguage));
        json.Extension("content", "valueString", other);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void TextInBoth(this Utf8JsonWriter json, string name, Localized text, Language first)
    {
        var second = first == Language.Ja ? Language.En : Language.Ja;
        json.TextInBoth(name, text.In(first), text.In(second), second);
    }

    internal static void Extension(this Utf8JsonWriter json, string url, string valueName, string value)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteString(valueName, value);
        json.WriteEndObject();
    }

    internal static void Extension(this Utf8JsonWriter json, string url, decimal value)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteNumber("valueDecimal", value);
        json.WriteEndObject();
    }

    internal static void Extension(this Utf8JsonWriter json, string url, bool value)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteBoolean("valueBoolean", value);
        json.WriteEndObject();
    }

    /// <summary>An Expression in FHIRPath, as SDC's extensions take it.</summary>
    internal static void FhirPathExtension(this Utf8JsonWriter json, string url, string expression, string? name = null)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteStartObject("valueExpression");
        if (name is not null)
        {
            json.WriteString("name", name);
        }

        json.WriteString("language", "text/fhirpath");
        json.WriteString("expression", expression);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal static void Reference(this Utf8JsonWriter json, string name, string reference)
    {
        json.WriteStartObject(name);
        json.WriteString("reference", reference);
        json.WriteEndObject();
    }

    internal static void ReferenceList(this Utf8JsonWriter json, string name, IEnumerable<string> references)
    {
        json.WriteStartArray(name);
        foreach (var reference in references)
        {
            json.WriteStartObject();
            json.WriteString("reference", reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
