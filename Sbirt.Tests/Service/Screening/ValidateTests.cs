using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Screening;

public sealed class ValidateTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Fact]
    public async Task A_valid_resource_of_any_type_is_called_valid() =>
        (await server.Running.PostAsync("/fhir/Patient/$validate", """{"resourceType":"Patient","birthDate":"1971-04"}""")).ShouldRefuse(200, "valid");

    [Fact]
    public async Task Every_fault_is_told_with_its_place_and_the_status_stays_200()
    {
        var answer = await server.Running.PostAsync(
            "/fhir/Patient/$validate?lang=en",
            "{\"resourceType\":\"Patient\",\n \"gender\":\"boy\",\n \"birthDay\":\"1971\",\n \"birthDate\":\"71\"}");

        answer.ShouldRefuse(200, "code-not-in-value-set", "unknown-element", "primitive-malformed");
        answer.Json.GetProperty("issue").EnumerateArray()
            .Select(issue => issue.GetProperty("location")[0].GetString()).ShouldBe(["line 2, column 11", "line 3, column 2", "line 4, column 14"]);
    }

    [Fact]
    public async Task The_type_of_the_address_is_the_type_of_the_body() =>
        (await server.Running.PostAsync("/fhir/Patient/$validate", """{"resourceType":"Basic","code":{"text":"x"}}"""))
            .ShouldRefuse(200, "resource-type-mismatch");
}
