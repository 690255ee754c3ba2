using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Screening;

public sealed class AssessTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const string AuditC =
        """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c|1.0.0","item":[{"linkId":"audit-c-1","answer":[{"valueInteger":4}]},{"linkId":"audit-c-2","answer":[{"valueInteger":2}]},{"linkId":"audit-c-3","answer":[{"valueInteger":3}]}]}""";

    [Fact]
    public async Task A_scored_sheet_comes_back_with_score_meaning_script_and_follow_up()
    {
        var answer = await server.Running.PostAsync("/fhir/QuestionnaireResponse/$assess", AuditC);

        answer.Status.ShouldBe(200);
        answer.Resources("Observation")[0].GetProperty("valueInteger").GetInt32().ShouldBe(9);
        answer.Resources("RiskAssessment").ShouldNotBeEmpty();
        answer.Resources("CarePlan").ShouldHaveSingleItem();
        answer.Resources("Communication").Count.ShouldBe(2);
        answer.Resources("Task").ShouldNotBeEmpty();
    }
}
