using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class AssessTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const string Man = """{"resourceType":"Patient","id":"p","gender":"male","birthDate":"1971-04-02"}""";

    [Fact]
    public async Task A_scored_sheet_comes_back_with_score_meaning_script_and_follow_up()
    {
        var answer = (await server.Running.PostAsync(Assess, AuditC())).ShouldBe(200);

        answer.Resources("Observation")[0].GetProperty("valueInteger").GetInt32().ShouldBe(9);
        answer.Resources("RiskAssessment").ShouldNotBeEmpty();
        answer.Resources("CarePlan").ShouldHaveSingleItem();
        answer.Resources("Communication")
            .Select(each => each.GetProperty("category")[0].GetProperty("coding")[0].GetProperty("code").GetString())
            .ShouldBe(["clinician", "patient", "family"]);
        answer.Resources("Task").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Parameters_bring_patient_pack_and_language()
    {
        var answer = (await server.Running.PostAsync(Assess, Parameters(
            Resource("questionnaire-response", AuditC()), Resource("patient", Man), Text("pack", "us"), Text("lang", "en")))).ShouldBe(200);

        answer.Resources("RiskAssessment")[0].GetRawText().ShouldContain("us");
        answer.Resources("CarePlan")[0].GetProperty("language").GetString().ShouldBe("en");
    }

    [Fact]
    public async Task K3_pregnancy_that_is_not_told_is_asked_for_in_the_language_of_the_call()
    {
        var woman = Man.Replace("\"male\"", "\"female\"", StringComparison.Ordinal).Replace("1971", "1995", StringComparison.Ordinal);
        foreach (var (language, sentence) in new[] { ("ja", "妊娠の有無が分かりません"), ("en", "Pregnancy not told") })
        {
            var answer = (await server.Running.PostAsync(Assess, Parameters(
                Resource("questionnaire-response", AuditC()), Resource("patient", woman), Text("lang", language)))).ShouldBe(200);

            answer.Resources("DetectedIssue").Select(issue => issue.GetProperty("detail").GetString()).ShouldContain(sentence);
        }
    }

    [Fact]
    public async Task A_questionnaire_of_the_callers_own_is_matched_by_its_codes()
    {
        static string Theirs(string ours) => ours
            .Replace("https://sbirt.example/fhir/Questionnaire/audit-c|1.0.0", "urn:clinic:form", StringComparison.Ordinal)
            .Replace("https://sbirt.example/fhir/Questionnaire/audit-c", "urn:clinic:form", StringComparison.Ordinal)
            .Replace("\"linkId\":\"audit-c-", "\"linkId\":\"q", StringComparison.Ordinal);
        var form = Theirs((await server.Running.GetAsync("/fhir/Questionnaire/audit-c")).ShouldBe(200).Text);
        var answered = Theirs(AuditC());

        (await server.Running.PostAsync(Assess, answered)).ShouldRefuse(422, "questionnaire-unknown");
        (await server.Running.PostAsync(Assess, Parameters(Resource("questionnaire-response", answered), Resource("questionnaire", form))))
            .ShouldBe(200).Resources("Observation").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Without_one_answer_there_is_no_score_but_bounds()
    {
        const string Two = """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c","item":[{"linkId":"audit-c-1","answer":[{"valueInteger":4}]},{"linkId":"audit-c-2","answer":[{"valueInteger":2}]}]}""";

        var answer = (await server.Running.PostAsync(Assess + "?lang=en", Two)).ShouldBe(200);

        var total = answer.Resources("Observation")[0];
        total.TryGetProperty("valueInteger", out _).ShouldBeFalse();
        total.GetProperty("dataAbsentReason").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        total.GetProperty("note")[0].GetProperty("text").GetString()!.ShouldContain("between 6 and 10");
    }

    [Fact]
    public async Task The_Patient_of_another_response_is_refused() =>
        (await server.Running.PostAsync(Assess, Parameters(
            Resource("questionnaire-response", AuditC(more: """ "subject":{"reference":"Patient/somebody-else"},""")), Resource("patient", Man))))
            .ShouldRefuse(422, "subject-mismatch").Expression().ShouldBe("Parameters.parameter[0].resource.subject");

    [Fact]
    public async Task An_unknown_pack_is_refused_wherever_it_is_named()
    {
        (await server.Running.PostAsync(Assess + "?pack=atlantis", AuditC())).ShouldRefuse(422, "pack-unknown").Text.ShouldNotContain("atlantis");
        (await server.Running.PostAsync(Assess, Parameters(Resource("questionnaire-response", AuditC()), Text("pack", "atlantis"))))
            .ShouldRefuse(422, "pack-unknown");
    }

    [Fact]
    public async Task Parameters_that_are_missing_unknown_twice_or_of_the_wrong_kind_are_each_named()
    {
        var sheet = Resource("questionnaire-response", AuditC());
        (await server.Running.PostAsync(Assess, Parameters(Text("pack", "us")))).ShouldRefuse(400, "parameter-missing");
        (await server.Running.PostAsync(Assess, """{"resourceType":"Parameters"}""")).ShouldRefuse(400, "parameter-missing");
        (await server.Running.PostAsync(Assess, Man)).ShouldRefuse(400, "parameter-missing");
        (await server.Running.PostAsync(Assess, Parameters(sheet, Text("colour", "blue"))))
            .ShouldRefuse(400, "parameter-invalid").Expression().ShouldBe("Parameters.parameter[1].name");
        (await server.Running.PostAsync(Assess, Parameters(sheet, Text("pack", "us"), Text("pack", "us")))).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(Assess, Parameters(sheet, Text("importance", "7")))).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(Assess, Parameters(sheet, Resource("patient", AuditC())))).ShouldRefuse(400, "parameter-invalid");
        (await server.Running.PostAsync(
            Assess, Parameters(sheet, """{"_name":{"extension":[{"url":"urn:x","valueString":"y"}]},"valueString":"z"}"""))).ShouldBe(400);
    }

    [Theory]
    [InlineData("", "", null, null, "ja")]
    [InlineData("?lang=en", "ja", null, null, "en")]
    [InlineData("", "en-GB,ja;q=0.5", null, null, "en")]
    [InlineData("", "fr", null, null, "ja")]
    [InlineData("", "", "en", null, "en")]
    [InlineData("", "ja", "en", null, "ja")]
    [InlineData("?lang=ja", "ja", "ja", "en", "en")]
    public async Task The_language_is_that_of_the_parameter_the_address_the_header_the_response_or_Japanese(
        string query, string accepted, string? response, string? parameter, string expected)
    {
        var sheet = AuditC(more: response is null ? "" : $"\"language\":\"{response}\",");
        var body = parameter is null ? sheet : Parameters(Resource("questionnaire-response", sheet), Text("lang", parameter));
        var headers = accepted.Length == 0 ? [] : new[] { ("Accept-Language", accepted) };

        var answer = (await server.Running.PostAsync(Assess + query, body, headers)).ShouldBe(200);

        answer.Resources("CarePlan")[0].GetProperty("language").GetString().ShouldBe(expected);
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        (await server.Running.PostAsync(Assess, Named("assess-only"))).ShouldBe(200);

        (await server.Running.PostAsync(Create, Named("assess-only"))).ShouldBe(201);
    }

    [Fact]
    public async Task Q6_any_thought_of_death_in_PHQ_9_opens_the_safety_path_in_both_languages()
    {
        var items = string.Join(',', Enumerable.Range(1, 9).Select(n => Answer($"phq-9-{n}", n == 9 ? 1 : 0)));
        var sheet = $$"""{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/phq-9","item":[{{items}}]}""";

        foreach (var language in (string[])["ja", "en"])
        {
            var answer = (await server.Running.PostAsync($"{Assess}?lang={language}", sheet)).ShouldBe(200);
            answer.Text.ShouldContain("\"suicidality\"");
            answer.Resources("ServiceRequest").ShouldNotBeEmpty();
        }
    }
}
