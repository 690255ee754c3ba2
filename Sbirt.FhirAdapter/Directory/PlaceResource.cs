using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Referrals;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>
/// One HealthcareService, or Organization standing alone, as a row of a directory. What the service does not say its
/// location says, then its organization.
/// </summary>
internal sealed class PlaceResource
{
    private readonly ImmutableDictionary<PlaceColumn, PlaceCell>.Builder cells =
        ImmutableDictionary.CreateBuilder<PlaceColumn, PlaceCell>();

    private readonly int row;
    private readonly JsonElement resource;
    private readonly ProblemList problems;
    private readonly JsonElement? organization;
    private readonly JsonElement? location;

    public PlaceResource(int row, JsonElement resource, BundleResources resources, ProblemList problems)
    {
        this.row = row;
        this.resource = resource;
        this.problems = problems;
        organization = resource.Text("resourceType") == "Organization"
            ? resource
            : Follow(resources, resource.Member("providedBy"));
        location = resource.Items("location").Select(one => Follow(resources, one)).FirstOrDefault(one => one is not null);
    }

    public PlaceEntry ToEntry()
    {
        Put(PlaceColumn.Id, resource.Text("id"));
        Put(PlaceColumn.Type, resource.Items("type").Codes(CodeSystems.ResourceTypes).FirstOrDefault());
        PutBoth(PlaceColumn.NameJa, PlaceColumn.NameEn, resource.Text("name") is null ? organization : resource, "name");
        PutTopics();
        Put(PlaceColumn.Audiences, Join(resource.Items("eligibility").Select(one => one.Member("code")).OfType<JsonElement>().Codes(PlaceUris.Audiences)));
        PutAddress();
        Put(PlaceColumn.Phone, Telecom("phone"));
        Put(PlaceColumn.Url, Telecom("url"));
        PutBoth(PlaceColumn.HoursJa, PlaceColumn.HoursEn, Extension(PlaceUris.Hours), "valueString");
        Put(PlaceColumn.Languages, Join(resource.Items("communication").Codes(PlaceUris.Languages)));
        Put(PlaceColumn.WomenOnly, Extension(PlaceUris.WomenOnly).Written("valueBoolean"));
        Put(PlaceColumn.ChildFriendly, Extension(PlaceUris.ChildFriendly).Written("valueBoolean"));
        Put(PlaceColumn.UrineTest, Extension(PlaceUris.UrineTest).Written("valueBoolean"));
        Put(PlaceColumn.MinAge, Extension(PlaceUris.MinAge).Written("valueInteger"));
        Put(PlaceColumn.MaxAge, Extension(PlaceUris.MaxAge).Written("valueInteger"));
        PutBoth(PlaceColumn.HowToEnterJa, PlaceColumn.HowToEnterEn, resource.Items("referralMethod").Select(one => (JsonElement?)one).FirstOrDefault(), "text");
        PutFirstVisit();
        PutBoth(PlaceColumn.NoteJa, PlaceColumn.NoteEn, resource, "comment");
        Put(PlaceColumn.LastVerified, Extension(PlaceUris.LastVerified).Text("valueDate"));
        Put(PlaceColumn.Fictitious, Extension(PlaceUris.Fictitious).Written("valueBoolean"));
        Put(PlaceColumn.Source, Extension(PlaceUris.Source).Text("valueString"));
        return new PlaceEntry(row, Line: null, cells.ToImmutable());
    }

    private JsonElement? Follow(BundleResources resources, JsonElement? reference)
    {
        var found = resources.Find(reference);
        if (found is null && reference.Text("reference") is not null)
        {
            problems.Add(ProblemCodes.BundleReference, row);
        }

        return found;
    }

    private void PutTopics()
    {
        var concepts = resource.Items("specialty").ToList();
        if (concepts.Exists(concept => !concept.Items("coding").Any(coding => coding.Text("system") == PlaceUris.Topics)))
        {
            problems.Add(ProblemCodes.BundleTopicSystem, row, column: PlaceColumn.Topics);
        }

        Put(PlaceColumn.Topics, Join(concepts.Codes(PlaceUris.Topics)));
    }

    private void PutAddress()
    {
        var address = location.Member("address")
            ?? organization.Items("address").Select(one => (JsonElement?)one).FirstOrDefault();
        Put(PlaceColumn.Prefecture, address.Text("state")
            ?? organization.Extension(PlaceUris.JapanPrefecture).Member("valueCoding").Text("code"));
        Put(PlaceColumn.City, address.Text("city"));
        var position = location.Member("position");
        Put(PlaceColumn.Latitude, position.Written("latitude"));
        Put(PlaceColumn.Longitude, position.Written("longitude"));
    }

    private void PutFirstVisit()
    {
        PutBoth(PlaceColumn.FirstVisitJa, PlaceColumn.FirstVisitEn, resource, "extraDetails");
        if (resource.Text("extraDetails") is null
            && resource.Member("_extraDetails").Extension(PlaceUris.DataAbsentReason).Text("valueCode") == "unknown")
        {
            Put(PlaceColumn.FirstVisitJa, "unknown");
        }
    }

    private string? Telecom(string system) => new[] { resource, location, organization }
        .SelectMany(one => one.Items("telecom"))
        .Where(contact => contact.Text("system") == system)
        .Select(contact => contact.Text("value"))
        .FirstOrDefault(value => value is not null);

    private JsonElement? Extension(string url) => ((JsonElement?)resource).Extension(url);

    // The text itself is in the resource's language, Japanese when it does not say; the other comes as a translation.
    private void PutBoth(PlaceColumn ja, PlaceColumn en, JsonElement? element, string name)
    {
        var text = element.Text(name);
        var shadow = element.Member("_" + name);
        var isEnglish = resource.Text("language")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
        Put(ja, shadow.Translation("ja") ?? (isEnglish ? null : text));
        Put(en, shadow.Translation("en") ?? (isEnglish ? text : null));
    }

    private void Put(PlaceColumn column, string? value)
    {
        if (value is not null)
        {
            cells[column] = new PlaceCell(value);
        }
    }

    private static string? Join(IEnumerable<string> codes) => string.Join(",", codes) is { Length: > 0 } list ? list : null;
}
