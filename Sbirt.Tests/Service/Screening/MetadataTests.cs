using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Screening;

public sealed class MetadataTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Fact]
    public async Task The_capability_statement_is_valid_and_names_what_is_answered()
    {
        var answer = (await server.Running.GetAsync("/fhir/metadata")).ShouldBe(200);

        answer.Json.GetProperty("fhirVersion").GetString().ShouldBe("4.0.1");
        var types = answer.Json.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Select(one => one.GetProperty("type").GetString());
        types.ShouldBe(["Questionnaire", "QuestionnaireResponse"]);
        answer.Json.GetProperty("implementation").GetProperty("url").GetString().ShouldEndWith("/fhir");
    }
}
