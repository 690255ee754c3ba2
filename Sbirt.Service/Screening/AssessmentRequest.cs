using System.Text.Json;
using Sbirt.FhirAdapter.Reading;
using Sbirt.Content.Languages;
using Sbirt.Service.Security;

namespace Sbirt.Service.Screening;

/// <summary>One response to be assessed, with what the caller told beside it.</summary>
/// <param name="Wished">Language of the request; null: the response's, else Japanese.</param>
/// <param name="Today">The day of the talk, from which follow-up counts.</param>
internal sealed record AssessmentRequest(AssessParameters Parameters, Language? Wished, DateOnly Today)
{
    /// <summary>What the calling client agreed on, for what neither the call nor the response says.</summary>
    public CallingClient Client { get; init; } = CallingClient.Open;

    public static AssessmentRequest Of(JsonElement response, Language? wished, DateOnly today) =>
        new(new AssessParameters(response, "QuestionnaireResponse"), wished, today);
}
