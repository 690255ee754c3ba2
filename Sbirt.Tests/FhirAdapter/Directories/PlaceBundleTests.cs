using System.Text;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.FhirAdapter.Directory;
using Sbirt.Tests.Content.Referrals;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Directories;

public sealed class PlaceBundleTests
{
    private const string Type = """{ "coding": [{ "system": "https://sbirt.example/fhir/CodeSystem/sbirt-resource-type", "code": "hc" }] }""";
    private const string Visit = "\"extraDetails\": \"聞くだけでもよい\"";

    [Theory]
    [InlineData("{", "invalid-json")]
    [InlineData("""{ "resourceType": "Patient" }""", "bundle-kind")]
    [InlineData("""{ "resourceType": "Bundle", "type": "collection" }""", "file-empty")]
    public void What_is_no_directory_is_refused(string json, string code) =>
        Read(json).Problems.ShouldContain(problem => problem.Code == code);

    [Fact]
    public void What_the_service_does_not_say_its_location_and_organization_say()
    {
        var place = Check(Bundle(
            $$"""{ "resourceType": "HealthcareService", "id": "s", "type": [{{Type}}], {{Visit}}, "providedBy": { "reference": "urn:uuid:1" }, "location": [{ "reference": "Location/l" }] }""",
            """{ "resourceType": "Location", "id": "l", "telecom": [{ "system": "phone", "value": "06-6123-4587" }], "position": { "latitude": 34.5, "longitude": 135.5 } }""",
            """{ "resourceType": "Organization", "id": "o", "name": "見本", "extension": [{ "url": "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Organization_PrefectureNo", "valueCoding": { "system": "urn:oid:1.2.392.100495.20.3.21", "code": "27" } }] }""",
            fullUrl: "urn:uuid:1")).Directory!.Places.Single();

        place.Name.Ja.ShouldBe("見本");
        place.Phone.ShouldBe("06-6123-4587");
        place.Position.ShouldBe(new GeoPosition(34.5, 135.5));
        place.Prefecture.ShouldBe("大阪府");
    }

    [Fact]
    public void An_organization_standing_alone_is_a_place_of_its_own() =>
        Check(Bundle($$"""{ "resourceType": "Organization", "id": "o", "name": "見本", "type": [{{Type}}] }"""))
            .Problems.ShouldContain(problem => problem.Code == ProblemCodes.FirstVisitAbsent && problem.Row == 1);

    [Fact]
    public void A_reference_to_nothing_is_named_with_its_row() =>
        Read(Bundle(
            $$"""{ "resourceType": "HealthcareService", "id": "a", "name": "x", "type": [{{Type}}], {{Visit}} }""",
            $$"""{ "resourceType": "HealthcareService", "id": "s", "name": "x", "type": [{{Type}}], {{Visit}}, "location": [{ "reference": "Location/gone" }] }"""))
            .Problems.ShouldContain(problem => problem.Code == ProblemCodes.BundleReference && problem.Row == 2);

    [Fact]
    public void Other_resources_are_passed_over_and_said() =>
        Read(Bundle("""{ "resourceType": "Patient", "id": "p" }"""))
            .Problems.ShouldContain(problem => problem.Code == ProblemCodes.BundleOtherResource && problem.Row == 1);

    [Fact]
    public void A_specialty_of_another_code_system_is_said() =>
        Read(Bundle($$"""{ "resourceType": "HealthcareService", "id": "s", "name": "x", "type": [{{Type}}], {{Visit}}, "specialty": [{ "coding": [{ "system": "http://snomed.info/sct", "code": "1" }] }] }"""))
            .Problems.ShouldContain(problem => problem.Code == ProblemCodes.BundleTopicSystem);

    [Fact]
    public void Members_of_the_wrong_kind_are_not_told_rather_than_fatal() =>
        Check(Bundle("""{ "resourceType": "HealthcareService", "id": 1, "name": [], "type": {}, "telecom": "x", "location": [1], "extension": 5, "_extraDetails": true }"""))
            .Directory.ShouldBeNull();

    [Fact]
    public void An_English_resource_gives_the_English_text() =>
        Check(Bundle($$"""{ "resourceType": "HealthcareService", "id": "s", "language": "en", "name": "Example", "type": [{{Type}}], "extraDetails": "Listening is fine" }"""))
            .Directory!.Places.Single().FirstVisit.ShouldBe(new Localized("Listening is fine", "Listening is fine"));

    [Fact]
    public void A_place_written_as_a_Bundle_is_read_back_the_same()
    {
        var place = Places.APlace("a", "specialist-hospital", Topic.Alcohol, Topic.AlcoholWithdrawal) with
        {
            Position = new GeoPosition(34.123456789, -0.5),
            Phone = "06-6123-4587",
            Hours = new Localized("平日", "Weekdays"),
            WomenOnly = false,
            ChildFriendly = true,
            UrineTest = true,
            MinAge = 18,
            MaxAge = 64,
            HowToEnter = new Localized("電話", "By phone"),
            FirstVisit = null,
            Note = new Localized("見本", "Example"),
            Source = "見本",
            Fictitious = true,
        };

        var bundle = PlaceBundle.Write(Places.Library, PlaceDirectory.Of([place]));

        PlaceCells.Of(PlaceDirectory.Check(Places.Library, PlaceBundle.Read(Places.Library, bundle), Places.Today).Directory!.Places.Single())
            .ShouldBe(PlaceCells.Of(place));
    }

    private static DirectoryReading Read(string json) => PlaceBundle.Read(Places.Library, Encoding.UTF8.GetBytes(json));

    private static DirectoryCheck Check(string json) => PlaceDirectory.Check(Places.Library, Read(json), Places.Today);

    private static string Bundle(params string[] resources) => Bundle(resources, null);

    private static string Bundle(string first, string second, string third, string fullUrl) => Bundle([first, second, third], fullUrl);

    private static string Bundle(string[] resources, string? lastFullUrl) =>
        $$"""{ "resourceType": "Bundle", "type": "collection", "entry": [{{string.Join(',', resources.Select((resource, at) =>
            lastFullUrl is not null && at == resources.Length - 1
                ? $$"""{ "fullUrl": "{{lastFullUrl}}", "resource": {{resource}} }"""
                : $$"""{ "resource": {{resource}} }"""))}}] }""";
}
