using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Screening;

public sealed class QuestionnaireTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const string Path = "/fhir/Questionnaire";

    [Fact]
    public async Task Every_published_questionnaire_is_valid_and_found_under_its_id()
    {
        var all = (await server.Running.GetAsync(Path)).ShouldBe(200);

        all.Resources("Questionnaire").Count.ShouldBeGreaterThan(25);
        foreach (var one in all.Resources("Questionnaire"))
        {
            (await server.Running.GetAsync($"{Path}/{one.GetProperty("id")}")).ShouldBe(200).Id().ShouldBe(one.GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("?_id=audit", 1)]
    [InlineData("?_id=audit,cage", 2)]
    [InlineData("?_id=nobody", 0)]
    [InlineData("?url=https://sbirt.example/fhir/Questionnaire/audit", 1)]
    [InlineData("?url=https://sbirt.example/fhir/Questionnaire/audit%7C0.0.0", 0)]
    [InlineData("?url=https://sbirt.example/fhir/Questionnaire/audit&_id=cage", 0)]
    public async Task A_search_finds_by_url_and_id(string query, int expected)
    {
        var answer = (await server.Running.GetAsync(Path + query)).ShouldBe(200);

        answer.Json.GetProperty("total").GetInt32().ShouldBe(expected);
    }

    [Theory]
    [InlineData("/audit")]
    [InlineData("?_id=audit")]
    public async Task A_caller_whose_copy_is_current_gets_no_body(string path)
    {
        var tag = (await server.Running.GetAsync(Path + path)).ShouldBe(200).Headers.ETag!.ToString();

        (await server.Running.GetAsync(Path + path, ("If-None-Match", tag))).ShouldBe(304).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_questionnaire_is_not_found() =>
        (await server.Running.GetAsync(Path + "/nobody")).ShouldRefuse(404, "not-found");
}
