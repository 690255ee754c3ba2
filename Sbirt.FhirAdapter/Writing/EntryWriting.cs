using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>Entries about one scored sheet being written: where to, from what, and under which ids.</summary>
/// <param name="transaction">Each entry asks to be created; false: it only collects.</param>
internal partial class EntryWriting(
    Utf8JsonWriter json, ReadResponse response, Scored scored, Language language, ResourceIds ids, bool transaction)
{
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    internal Utf8JsonWriter Json { get; } = json;

    internal ReadResponse Response { get; } = response;

    internal Scored Scored { get; } = scored;

    internal Language Language { get; } = language;

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
        if (transaction)
        {
            Json.WriteStartObject("request");
            Json.WriteString("method", "POST");
            Json.WriteString("url", type);
            Json.WriteEndObject();
        }

        Json.WriteEndObject();
    }

    /// <summary>A person contained in the response (<c>#p</c>) has no address outside of it.</summary>
    private string? Person => Response.Subject is ['#', ..] ? null : Response.Subject;

    /// <summary>The person, where the resource may leave it out.</summary>
    internal void Subject(string name = "subject")
    {
        if (Person is { } subject)
        {
            Json.Reference(name, subject);
        }
    }

    /// <summary>The person, where R4 demands one: unknown is said, not invented.</summary>
    internal void RequiredSubject()
    {
        if (Person is not null)
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
        var id = Response.Id is { } told && IdShape().IsMatch(told) ? told : null;
        if (id is not null)
        {
            Json.WriteString("reference", "QuestionnaireResponse/" + id);
        }

        Json.WriteString("type", "QuestionnaireResponse");
        if (id is null && Response.Identifier is { } identifier)
        {
            Json.WriteStartObject("identifier");
            if (identifier.System is { } system)
            {
                Json.WriteString("system", system);
            }

            Json.WriteString("value", identifier.Value);
            Json.WriteEndObject();
        }
        else if (id is null)
        {
            Json.WriteString("display", Say("この判定のもとになった回答", "the response this was assessed from"));
        }

        Json.WriteEndObject();
    }

    /// <summary>The moment of the answers, where the response tells one.</summary>
    internal void AnsweredOn(string name)
    {
        if (Response.Authored is { } authored && DateTimeShape().IsMatch(authored))
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

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex IdShape();

    // FHIR dateTime (R4 datatypes section 2.24.0.1): a time always has a zone.
    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?)?)?\z", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DateTimeShape();
}
