using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>One sheet's entries being written: where to, from what, and under which ids.</summary>
internal sealed partial class AssessmentWriting(Utf8JsonWriter json, AssessmentParts parts)
{
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private readonly ResourceIds ids = new(parts);

    internal Utf8JsonWriter Json { get; } = json;

    internal AssessmentParts Parts { get; } = parts;

    internal Language Language => Parts.Language;

    /// <summary>A text in the language of the assessment.</summary>
    internal string Say(Localized text) => text.In(Language);

    internal string Say(string ja, string en) => Language == Language.En ? en : ja;

    internal string Url(string name) => ids.Url(name);

    /// <summary>One entry: its full URL and the resource with the elements that the content writes.</summary>
    internal void Entry(string name, string type, Action<Utf8JsonWriter> content)
    {
        Json.WriteStartObject();
        Json.WriteString("fullUrl", Url(name));
        Json.WriteStartObject("resource");
        Json.WriteString("resourceType", type);
        Json.WriteString("language", LanguageTag.Of(Language));
        content(Json);
        Json.WriteEndObject();
        Json.WriteEndObject();
    }

    /// <summary>The person, where the resource may leave it out.</summary>
    internal void Subject(string name = "subject")
    {
        if (Parts.Response.Subject is { } subject)
        {
            Json.Reference(name, subject);
        }
    }

    /// <summary>The person, where R4 demands one: unknown is said, not invented.</summary>
    internal void RequiredSubject()
    {
        if (Parts.Response.Subject is not null)
        {
            Subject();
            return;
        }

        Json.WriteStartObject("subject");
        Json.WriteStartArray("extension");
        Json.Extension(AbsentReason, "valueCode", "unknown");
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>The response as a Reference: by id, else by business identifier, else only by its kind.</summary>
    internal void ResponseReference()
    {
        Json.WriteStartObject();
        var response = Parts.Response;
        if (response.Id is { } id)
        {
            Json.WriteString("reference", "QuestionnaireResponse/" + id);
        }

        Json.WriteString("type", "QuestionnaireResponse");
        if (response.Id is null && response.Identifier is { } identifier)
        {
            Json.WriteStartObject("identifier");
            if (identifier.System is { } system)
            {
                Json.WriteString("system", system);
            }

            Json.WriteString("value", identifier.Value);
            Json.WriteEndObject();
        }
        else if (response.Id is null)
        {
            Json.WriteString("display", Say("この判定のもとになった回答", "the response this was assessed from"));
        }

        Json.WriteEndObject();
    }

    /// <summary>The moment of the answers, where the response tells one.</summary>
    internal void AnsweredOn(string name)
    {
        if (Parts.Response.Authored is { } authored && DateTimeShape().IsMatch(authored))
        {
            Json.WriteString(name, authored);
        }
    }

    internal void Note(params IEnumerable<string> notes)
    {
        var texts = notes.Where(text => text.Length > 0).ToList();
        if (texts.Count == 0)
        {
            return;
        }

        Json.WriteStartArray("note");
        foreach (var text in texts)
        {
            Json.WriteStartObject();
            Json.WriteString("text", text);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    // FHIR dateTime (R4 datatypes section 2.24.0.1): a time always has a zone.
    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?)?)?$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex DateTimeShape();
}
