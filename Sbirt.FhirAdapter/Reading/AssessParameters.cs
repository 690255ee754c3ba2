using System.Text.Json;
using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// What a call of <c>$assess</c> brings: a QuestionnaireResponse alone, or Parameters (R4 parameters.html) with
/// <c>questionnaire-response</c> and optionally <c>patient</c>, <c>questionnaire</c>, <c>pack</c>, <c>lang</c>,
/// <c>prefecture</c>, <c>importance</c>, <c>confidence</c> (0–10) and the yes/no facts <c>pregnant</c>,
/// <c>drives</c>, <c>withdrawal-history</c>, <c>takes-sedatives</c>.
/// </summary>
/// <param name="ResponsePath">FHIRPath of the response in the body, put before the paths of its reasons.</param>
/// <param name="Told">Yes/no facts; null where nothing was said.</param>
public sealed record AssessParameters(
    JsonElement Response,
    string ResponsePath,
    JsonElement? Patient = null,
    JsonElement? Questionnaire = null,
    string? Pack = null,
    Language? Language = null,
    string? Prefecture = null,
    Readiness? Readiness = null,
    Person? Told = null)
{
    /// <summary>Reads the body of a call, or says which parameter is missing, unknown or of the wrong kind.</summary>
    public static Reading<AssessParameters> Read(JsonElement body)
    {
        var type = body.TryGetProperty("resourceType"u8, out var name) ? name.GetString() : null;
        return type switch
        {
            "QuestionnaireResponse" => new Reading<AssessParameters>.Ok(new AssessParameters(body, "QuestionnaireResponse")),
            "Parameters" => new ParametersReader(body).Read(),
            _ => Reading<AssessParameters>.Refuse(ParameterReasons.NoResponse),
        };
    }
}
