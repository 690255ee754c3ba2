using System.Text.Json;
using Sbirt.FhirAdapter.Client;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Client;

public sealed class SubjectCheckTests
{
    private static readonly SubjectCheck Ours = new(new Uri("https://ehr.example/fhir/"), "p-1");

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"p-1"}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/p-1/_history/4"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"https://ehr.example/fhir/Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"Coverage","beneficiary":{"reference":"Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"Task","for":{"reference":"Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"Account","subject":[{"reference":"Patient/p-1"}]}""")]
    [InlineData("""{"resourceType":"Medication","id":"m"}""")]
    [InlineData("""{"resourceType":"Practitioner","id":"d"}""")]
    [InlineData("""{"resourceType":"MedicationRequest","subject":{"reference":"Patient/p-1"},"contained":[{"resourceType":"Medication","id":"m"}]}""")]
    [InlineData("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Practitioner/d"}},{"actor":{"reference":"Patient/p-1"}}]}""")]
    public void What_is_this_persons_or_nobodys_passes(string resource) => Passes(resource).ShouldBeTrue();

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"p-2"}""")]
    [InlineData("""{"resourceType":"Patient"}""")]
    [InlineData("""{"resourceType":"Observation"}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/p-2"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/p-12"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/P-1"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Group/p-1"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"https://other.example/fhir/Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:0b1d3c2e-1111-4222-8333-944444444444"}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"identifier":{"value":"p-1"}}}""")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"#p"},"contained":[{"resourceType":"Patient","id":"p"}]}""")]
    [InlineData("""{"resourceType":"Account","subject":[{"reference":"Patient/p-1"},{"reference":"Patient/p-2"}]}""")]
    [InlineData("""{"resourceType":"Account","subject":[]}""")]
    [InlineData("""{"resourceType":"Coverage","beneficiary":{"reference":"Patient/p-2"}}""")]
    [InlineData("""{"resourceType":"Task","for":{"reference":"Patient/p-2"}}""")]
    [InlineData("""{"resourceType":"DiagnosticReport","subject":{"reference":"Patient/p-1"},"contained":[{"resourceType":"Observation","subject":{"reference":"Patient/p-2"}}]}""")]
    [InlineData("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Practitioner/d"}}]}""")]
    [InlineData("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/p-1"}},{"actor":{"reference":"Patient/p-2"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p-2"}}]}""")]
    [InlineData("""{"resourceType":"Parameters"}""")]
    [InlineData("""{"resourceType":"LaterInvention","id":"x"}""")]
    [InlineData("""{"resourceType":7}""")]
    [InlineData("{}")]
    public void What_is_not_certainly_this_persons_does_not(string resource) => Passes(resource).ShouldBeFalse();

    [Fact]
    public void Without_a_known_server_only_relative_references_count()
    {
        var check = new SubjectCheck(null, "p-1");
        using var relative = JsonDocument.Parse("""{"resourceType":"Observation","subject":{"reference":"Patient/p-1"}}""");
        using var absolute = JsonDocument.Parse("""{"resourceType":"Observation","subject":{"reference":"https://ehr.example/fhir/Patient/p-1"}}""");

        check.Passes(relative.RootElement).ShouldBeTrue();
        check.Passes(absolute.RootElement).ShouldBeFalse();
    }

    private static bool Passes(string resource)
    {
        using var json = JsonDocument.Parse(resource);
        return Ours.Passes(json.RootElement);
    }
}
