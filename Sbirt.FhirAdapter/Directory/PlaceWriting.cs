using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>A place as HealthcareService, Organization and Location (R4), ids alike.</summary>
public static class PlaceWriting
{
    /// <summary>The service: what it is for, whom it sees, how one enters, what the first visit is like.</summary>
    public static void WriteHealthcareService(Utf8JsonWriter json, Place place, ReferralLibrary library)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "HealthcareService");
        json.WriteString("id", place.Id);
        json.WriteString("language", "ja");
        WriteExtensions(json, place);
        json.WriteBoolean("active", true);
        WriteReference(json, "providedBy", "Organization/" + place.Id);
        var type = library.Types[place.Type];
        WriteConcepts(json, "type", CodeSystems.ResourceTypes, [(type.Code, type.Name.Ja)]);
        WriteConcepts(json, "specialty", PlaceUris.Topics, place.Topics.Select(topic => (EnumWords.Kebab(topic), (string?)library.Words.NameOf(topic).Ja)));
        if (HasLocation(place))
        {
            json.WriteStartArray("location");
            WriteReference(json, null, "Location/" + place.Id);
            json.WriteEndArray();
        }

        WriteText(json, "name", place.Name);
        WriteText(json, "comment", place.Note);
        WriteFirstVisit(json, place);
        WriteTelecom(json, place);
        WriteEligibility(json, place);
        WriteConcepts(json, "communication", PlaceUris.Languages, place.Languages.Select(language => (LanguageTag.Of(language), (string?)null)));
        WriteHowToEnter(json, place);
        json.WriteEndObject();
    }

    /// <summary>The body that runs it; the directory knows no more of it than the name.</summary>
    public static void WriteOrganization(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Organization");
        json.WriteString("id", place.Id);
        json.WriteString("language", "ja");
        json.WriteBoolean("active", true);
        WriteText(json, "name", place.Name);
        json.WriteEndObject();
    }

    /// <summary>Whether anything is known of where it is.</summary>
    public static bool HasLocation(Place place) => (place.Prefecture ?? place.City) is not null || place.Position is not null;

    /// <summary>Where it is.</summary>
    public static void WriteLocation(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Location");
        json.WriteString("id", place.Id);
        if ((place.Prefecture ?? place.City) is not null)
        {
            json.WriteStartObject("address");
            WriteString(json, "city", place.City);
            WriteString(json, "state", place.Prefecture);
            json.WriteString("country", "JP");
            json.WriteEndObject();
        }

        if (place.Position is { } position)
        {
            json.WriteStartObject("position");
            json.WriteNumber("longitude", position.Longitude);
            json.WriteNumber("latitude", position.Latitude);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteExtensions(Utf8JsonWriter json, Place place)
    {
        json.WriteStartArray("extension");
        if (place.Hours is { } hours)
        {
            json.WriteStartObject();
            json.WriteString("url", PlaceUris.Hours);
            WriteText(json, "valueString", hours);
            json.WriteEndObject();
        }

        WriteTruth(json, PlaceUris.WomenOnly, place.WomenOnly);
        WriteTruth(json, PlaceUris.ChildFriendly, place.ChildFriendly);
        WriteTruth(json, PlaceUris.UrineTest, place.UrineTest);
        WriteAge(json, PlaceUris.MinAge, place.MinAge);
        WriteAge(json, PlaceUris.MaxAge, place.MaxAge);
        WriteExtension(json, PlaceUris.LastVerified, "valueDate", place.LastVerified?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteTruth(json, PlaceUris.Fictitious, place.Fictitious);
        WriteExtension(json, PlaceUris.Source, "valueString", place.Source);
        json.WriteEndArray();
    }

    private static void WriteFirstVisit(Utf8JsonWriter json, Place place)
    {
        if (place.FirstVisit is not null)
        {
            WriteText(json, "extraDetails", place.FirstVisit);
            return;
        }

        json.WriteStartObject("_extraDetails");
        json.WriteStartArray("extension");
        WriteExtension(json, PlaceUris.DataAbsentReason, "valueCode", "unknown");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTelecom(Utf8JsonWriter json, Place place)
    {
        if ((place.Phone ?? place.Url) is null)
        {
            return;
        }

        json.WriteStartArray("telecom");
        WriteContact(json, "phone", place.Phone);
        WriteContact(json, "url", place.Url);
        json.WriteEndArray();
    }

    private static void WriteContact(Utf8JsonWriter json, string system, string? value)
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

    private static void WriteEligibility(Utf8JsonWriter json, Place place)
    {
        if (place.Audiences.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("eligibility");
        foreach (var audience in place.Audiences)
        {
            json.WriteStartObject();
            json.WritePropertyName("code");
            WriteConcept(json, PlaceUris.Audiences, EnumWords.Kebab(audience), display: null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHowToEnter(Utf8JsonWriter json, Place place)
    {
        if (place.HowToEnter is null)
        {
            return;
        }

        json.WriteStartArray("referralMethod");
        json.WriteStartObject();
        WriteText(json, "text", place.HowToEnter);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteConcepts(Utf8JsonWriter json, string name, string system, IEnumerable<(string Code, string? Display)> codes)
    {
        var all = codes.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        all.ForEach(one => WriteConcept(json, system, one.Code, one.Display));
        json.WriteEndArray();
    }

    private static void WriteConcept(Utf8JsonWriter json, string system, string code, string? display)
    {
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        WriteString(json, "display", display);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, Localized? text)
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
        WriteExtension(json, "lang", "valueCode", "en");
        WriteExtension(json, "content", "valueString", text.En);
        json.WriteEndArray();
        json.WriteString("url", PlaceUris.Translation);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, string url, string kind, string? value)
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

    private static void WriteTruth(Utf8JsonWriter json, string url, bool? value)
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

    private static void WriteAge(Utf8JsonWriter json, string url, int? years)
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

    private static void WriteReference(Utf8JsonWriter json, string? name, string target)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteString("reference", target);
        json.WriteEndObject();
    }

    private static void WriteString(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
