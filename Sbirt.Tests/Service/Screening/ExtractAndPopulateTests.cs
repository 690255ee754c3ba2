using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class ExtractAndPopulateTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const string Extract = "/fhir/QuestionnaireResponse/$extract";
    private const string Populate = "/fhir/Questionnaire/audit-c/$populate";
    private const string Subject = """{"name":"subject","valueReference":{"reference":"Patient/1"}}""";

    [Fact]
    public async Task Answers_are_extracted_as_a_transaction_of_observations()
    {
        var answer = (await server.Running.PostAsync(Extract, AuditC())).ShouldBe(200);

        answer.Json.GetProperty("type").GetString().ShouldBe("transaction");
        answer.Resources("Observation").ShouldContain(one => one.GetRawText().Contains("75626-2", StringComparison.Ordinal) && one.GetProperty("valueInteger").GetInt32() == 9);
        (await server.Running.PostAsync(Extract, Parameters(Resource("questionnaire-response", AuditC())))).ShouldBe(200);
        (await server.Running.PostAsync(Extract, AuditC(first: 9))).ShouldRefuse(422, "answer-out-of-range");
        (await server.Running.PostAsync(Extract, """{"resourceType":"Patient"}""")).ShouldRefuse(400, "parameter-missing");
    }

    [Fact]
    public async Task A_response_is_populated_with_the_person_and_open_questions()
    {
        var answer = (await server.Running.PostAsync(Populate, Parameters(Subject))).ShouldBe(200);

        var response = answer.Json.GetProperty("parameter")[0].GetProperty("resource");
        response.GetProperty("status").GetString().ShouldBe("in-progress");
        response.GetProperty("subject").GetProperty("reference").GetString().ShouldBe("Patient/1");
        response.GetProperty("item").GetArrayLength().ShouldBe(3);
        response.GetRawText().ShouldNotContain("\"answer\"");
    }

    [Fact]
    public async Task Answers_given_before_are_filled_in_and_can_be_assessed()
    {
        var answer = (await server.Running.PostAsync(Populate, Parameters(Subject, Resource("questionnaire-response", AuditC()), Text("lang", "en")))).ShouldBe(200);

        var response = answer.Json.GetProperty("parameter")[0].GetProperty("resource").GetRawText();
        (await server.Running.PostAsync(Assess, response)).ShouldBe(200).Resources("Observation")[0].GetProperty("valueInteger").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task What_cannot_be_populated_is_refused_with_its_reason()
    {
        (await server.Running.PostAsync("/fhir/Questionnaire/nobody/$populate", Parameters(Subject))).ShouldRefuse(404, "not-found");
        (await server.Running.PostAsync(Populate, AuditC())).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(Populate, Parameters(Subject, Subject))).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(Populate, Parameters(Text("subject", "x")))).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(Populate, Parameters(Text("colour", "x")))).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(Populate, Parameters(Resource("questionnaire-response", AuditC(first: 9)))))
            .ShouldRefuse(422, "answer-out-of-range").Expression().ShouldStartWith("Parameters.parameter[0].resource.item[0]");
    }
}
