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
        json.WritePropertyName("providedBy");
        PlaceElements.Reference(json, "Organization/" + place.Id);
        var type = library.Types[place.Type];
        PlaceElements.Concepts(json, "type", CodeSystems.ResourceTypes, [(type.Code, type.Name.Ja)]);
        PlaceElements.Concepts(json, "specialty", PlaceUris.Topics, place.Topics.Select(topic => (EnumWords.Kebab(topic), (string?)library.Words.NameOf(topic).Ja)));
        if (HasLocation(place))
        {
            json.WriteStartArray("location");
            PlaceElements.Reference(json, "Location/" + place.Id);
            json.WriteEndArray();
        }

        PlaceElements.Text(json, "name", place.Name);
        PlaceElements.Text(json, "comment", place.Note);
        WriteFirstVisit(json, place);
        WriteTelecom(json, place);
        WriteEligibility(json, place);
        PlaceElements.Concepts(json, "communication", PlaceUris.Languages, place.Languages.Select(language => (LanguageTag.Of(language), (string?)null)));
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
        PlaceElements.Text(json, "name", place.Name);
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
            PlaceElements.String(json, "city", place.City);
            PlaceElements.String(json, "state", place.Prefecture);
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
            PlaceElements.Text(json, "valueString", hours);
            json.WriteEndObject();
        }

        PlaceElements.Truth(json, PlaceUris.WomenOnly, place.WomenOnly);
        PlaceElements.Truth(json, PlaceUris.ChildFriendly, place.ChildFriendly);
        PlaceElements.Truth(json, PlaceUris.UrineTest, place.UrineTest);
        PlaceElements.Age(json, PlaceUris.MinAge, place.MinAge);
        PlaceElements.Age(json, PlaceUris.MaxAge, place.MaxAge);
        PlaceElements.Extension(json, PlaceUris.LastVerified, "valueDate", place.LastVerified?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        PlaceElements.Truth(json, PlaceUris.Fictitious, place.Fictitious);
        PlaceElements.Extension(json, PlaceUris.Source, "valueString", place.Source);
        json.WriteEndArray();
    }

    private static void WriteFirstVisit(Utf8JsonWriter json, Place place)
    {
        if (place.FirstVisit is not null)
        {
            PlaceElements.Text(json, "extraDetails", place.FirstVisit);
            return;
        }

        json.WriteStartObject("_extraDetails");
        json.WriteStartArray("extension");
        PlaceElements.Extension(json, PlaceUris.DataAbsentReason, "valueCode", "unknown");
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
        PlaceElements.Contact(json, "phone", place.Phone);
        PlaceElements.Contact(json, "url", place.Url);
        json.WriteEndArray();
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
            PlaceElements.Concept(json, PlaceUris.Audiences, EnumWords.Kebab(audience), display: null);
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
        PlaceElements.Text(json, "text", place.HowToEnter);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
