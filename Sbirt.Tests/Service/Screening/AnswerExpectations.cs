using Sbirt.FhirAdapter.Structure;
using Sbirt.Tests.Hosts;
using Shouldly;

namespace Sbirt.Tests.Service.Screening;

/// <summary>What every answer must be besides its own content: FHIR R4, with every refusal an OperationOutcome.</summary>
internal static class AnswerExpectations
{
    public static FhirAnswer ShouldBe(this FhirAnswer answer, int status)
    {
        answer.Status.ShouldBe(status, answer.Text);
        if (answer.Body.Length > 0)
        {
            answer.ContentHeaders!.ContentType!.MediaType.ShouldBe("application/fhir+json");
            StructureValidator.Validate(answer.Body).ShouldBeEmpty(answer.Text);
        }

        return answer;
    }

    public static FhirAnswer ShouldRefuse(this FhirAnswer answer, int status, params string[] codes)
    {
        answer.ShouldBe(status);
        answer.Json.GetProperty("resourceType").GetString().ShouldBe("OperationOutcome");
        answer.ReasonCodes.ShouldBe(codes, answer.Text);
        return answer;
    }

    public static string Id(this FhirAnswer answer) => answer.Json.GetProperty("id").GetString()!;

    public static string Version(this FhirAnswer answer) => answer.Json.GetProperty("meta").GetProperty("versionId").GetString()!;

    public static string Expression(this FhirAnswer answer) =>
        answer.Json.GetProperty("issue")[0].GetProperty("expression")[0].GetString()!;

    public static string Sentence(this FhirAnswer answer) =>
        answer.Json.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString()!;
}
