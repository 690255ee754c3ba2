using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Attacks;

/// <summary>Answer sheets that do not fit their questionnaire.</summary>
public sealed class QuestionnaireResponseTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Fact]
    public async Task Q1_every_wrong_answer_is_named_and_nothing_is_scored()
    {
        var answer = (await server.Running.PostAsync(Assess, Sheet(
            "audit-c",
            Answer("nobody", 1),
            """{"linkId":"audit-c-1","answer":[{"valueInteger":1},{"valueInteger":2}]}""",
            """{"linkId":"audit-c-2","answer":[{"valueDate":"2026-01-01"}]}""",
            Answer("audit-c-3", 9)))).ShouldBe(422);

        answer.ReasonCodes.ShouldBe(["answer-unknown-item", "answer-repeated", "answer-wrong-type", "answer-out-of-range"], ignoreOrder: true);
        answer.Json.GetProperty("issue").EnumerateArray().ShouldAllBe(issue => issue.GetProperty("expression")[0].GetString()!.StartsWith("QuestionnaireResponse.item["));
    }

    [Fact]
    public async Task Q2_an_answer_to_a_question_that_is_not_asked_is_said_and_not_counted()
    {
        var answer = (await server.Running.PostAsync(Assess, Sheet(
            "audit", Answer("audit-1", 0), Answer("audit-4", 3), Answer("audit-9", 0), Answer("audit-10", 0)))).ShouldBe(200);

        answer.Resources("Observation")[0].GetProperty("valueInteger").GetInt32().ShouldBe(0);
        answer.Text.ShouldContain("\"hidden-answer\"");
    }

    [Fact]
    public async Task Q2_a_missing_answer_makes_the_score_incomplete()
    {
        var answer = (await server.Running.PostAsync(Assess, Sheet("audit-c", Answer("audit-c-1", 4)))).ShouldBe(200);

        answer.Text.ShouldContain("\"incomplete\"");
        answer.Resources("Observation")[0].TryGetProperty("valueInteger", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Q3_another_version_or_an_unknown_questionnaire_is_never_scored()
    {
        (await server.Running.PostAsync(Assess, Sheet("audit-c|0.9.0", Answer("audit-c-1", 4)))).ShouldRefuse(422, "questionnaire-version-mismatch");
        (await server.Running.PostAsync(Assess, Sheet("nobody", Answer("audit-c-1", 4)))).ShouldRefuse(422, "questionnaire-unknown");
        (await server.Running.PostAsync(Assess, """{"resourceType":"QuestionnaireResponse","status":"completed"}"""))
            .ShouldRefuse(422, "questionnaire-missing");
    }

    [Fact]
    public async Task Q4_a_stated_total_that_is_wrong_is_told_and_ours_is_used()
    {
        var answer = (await server.Running.PostAsync(Assess, Sheet(
            "audit-c", Answer("audit-c-1", 4), Answer("audit-c-2", 2), Answer("audit-c-3", 3), Answer("audit-c-score-total", 3)))).ShouldBe(200);

        answer.Resources("Observation")[0].GetProperty("valueInteger").GetInt32().ShouldBe(9);
        answer.Text.ShouldContain("\"score-mismatch\"");
    }

    private static string Sheet(string questionnaire, params string[] items) =>
        $$"""{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/{{questionnaire}}","item":[{{string.Join(',', items)}}]}""";
}
