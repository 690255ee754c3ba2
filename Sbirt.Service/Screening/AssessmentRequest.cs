using System.Text.Json;
using Sbirt.FhirAdapter.Reading;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Screening;

/// <summary>One response to be assessed, with what the caller told beside it.</summary>
/// <param name="Wished">Language of the request; null: the response's, else Japanese.</param>
/// <param name="Today">The day of the talk, from which follow-up counts.</param>
internal sealed record AssessmentRequest(AssessParameters Parameters, Language? Wished, DateOnly Today)
{
    public static AssessmentRequest Of(JsonElement response, Language? wished, DateOnly today) =>
        new(new AssessParameters(response, "QuestionnaireResponse"), wished, today);
}
