using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>Writes the suggested places: a proposed ServiceRequest each, and the HealthcareService it goes to.</summary>
internal static class HandOverWriter
{
    private const int AtMost = 3;

    internal static void Write(AssessmentWriting writing)
    {
        foreach (var suggestion in writing.Parts.Suggestions.Take(AtMost))
        {
            var place = suggestion.Place;
            writing.Entry($"ServiceRequest/{place.Id}", "ServiceRequest", json => Request(writing, json, suggestion));
            writing.Entry(PlaceName(place), "HealthcareService", json => Service(writing, json, suggestion));
        }
    }

    private static string PlaceName(Place place) => $"HealthcareService/{place.Id}";

    private static void Request(AssessmentWriting writing, Utf8JsonWriter json, Suggestion suggestion)
    {
        var urgent = writing.Parts.Findings.Any(finding => finding.Seriousness == Seriousness.Urgent);
        json.WriteString("status", "draft");
        json.WriteString("intent", "proposal");
        json.WriteString("priority", urgent ? "urgent" : "routine");
        json.Concept("code",
            [new Code(CodeSystems.ResourceTypes, suggestion.Place.Type)],
            writing.Say(suggestion.Place.Name));
        writing.RequiredSubject();
        json.WriteString("authoredOn", writing.Parts.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.ReferenceList("performer", [writing.Url(PlaceName(suggestion.Place))]);
        if (suggestion.Reasons.Length > 0)
        {
            json.WriteStartArray("reasonCode");
            foreach (var reason in suggestion.Reasons)
            {
                json.WriteStartObject();
                json.ConceptContent([], writing.Say(reason));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        writing.Note(suggestion.Warnings.Select(writing.Say));
    }

    private static void Service(AssessmentWriting writing, Utf8JsonWriter json, Suggestion suggestion)
    {
        var place = suggestion.Place;
        // A kind of place is no place: it has no identifier, and nobody knows whether it is open.
        if (!suggestion.KindOnly)
        {
            json.WriteStartArray("identifier");
            json.WriteStartObject();
            json.WriteString("system", CodeSystems.Base + "/place");
            json.WriteString("value", place.Id);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteBoolean("active", !place.Fictitious);
        }

        json.WriteStartArray("type");
        json.WriteStartObject();
        json.ConceptContent([new Code(CodeSystems.ResourceTypes, place.Type)], null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("name", writing.Say(place.Name));
        if (Comment(writing, place) is { Length: > 0 } comment)
        {
            json.WriteString("comment", comment);
        }

        if (Details(writing, place) is { Length: > 0 } details)
        {
            json.WriteString("extraDetails", details);
        }

        Telecom(json, place);
        if (place.Languages.Length > 0)
        {
            json.WriteStartArray("communication");
            foreach (var language in place.Languages)
            {
                json.WriteStartObject();
                json.ConceptContent([new Code("urn:ietf:bcp:47", LanguageTag.Of(language))], null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Telecom(Utf8JsonWriter json, Place place)
    {
        var contacts = new[] { (System: "phone", Value: place.Phone), (System: "url", Value: place.Url) }
            .Where(contact => !string.IsNullOrEmpty(contact.Value))
            .ToImmutableArray();
        if (contacts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("telecom");
        foreach (var (system, value) in contacts)
        {
            json.WriteStartObject();
            json.WriteString("system", system);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Comment(AssessmentWriting writing, Place place) => Join(
        place.Fictitious ? writing.Say("見本のための架空の窓口です。", "A made-up place, for samples only.") : null,
        place.Hours is { } hours ? writing.Say(hours) : null,
        place.Note is { } note ? writing.Say(note) : null);

    private static string Details(AssessmentWriting writing, Place place) => Join(
        place.HowToEnter is { } enter ? writing.Say("入り方: ", "How to enter: ") + writing.Say(enter) : null,
        writing.Say("初めての日: ", "The first visit: ")
            + (place.FirstVisit is { } visit ? writing.Say(visit) : writing.Say("分かっていません。", "not known.")));

    private static string Join(params ReadOnlySpan<string?> sentences)
    {
        var told = new List<string>();
        foreach (var sentence in sentences)
        {
            if (!string.IsNullOrEmpty(sentence))
            {
                told.Add(sentence);
            }
        }

        return string.Join("\n", told);
    }
}
