using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Writing;
using Sbirt.Service.Security;

namespace Sbirt.Service.Screening;

/// <summary><c>POST /fhir/QuestionnaireResponse/$assess</c>: answers in, everything out, nothing stored.</summary>
internal sealed class AssessEndpoint(FhirIntake intake, Assessor assessor, TimeProvider clock)
{
    public const string Route = "/QuestionnaireResponse/$assess";

    public static void Map(RouteGroupBuilder fhir) =>
        fhir.MapPost(Route, (HttpRequest request, AssessEndpoint endpoint) => endpoint.AssessAsync(request));

    private Task<FhirReply> AssessAsync(HttpRequest request) =>
        intake.ReadAsync(request, (document, language) => Answer(request, document, language));

    private FhirReply Answer(HttpRequest request, FhirDocument document, Language language) =>
        AssessParameters.Read(document.Root) switch
        {
            Reading<AssessParameters>.Ok { Value: var parameters } =>
                Answer(document, language, new AssessmentRequest(
                    WithPack(parameters, request.Query["pack"]), RequestLanguage.Wished(request), clock.Today())
                {
                    Client = CallingClient.Of(request.HttpContext),
                }),
            Reading<AssessParameters>.Refused refused => FhirReply.Refuse(refused.Reasons, language, document.Utf8.Span),
            _ => throw new InvalidOperationException(),
        };

    private FhirReply Answer(FhirDocument document, Language language, AssessmentRequest request) =>
        assessor.Assess(request) switch
        {
            Reading<ImmutableArray<AssessmentParts>>.Ok { Value: var parts } => FhirReply.Ok(AssessmentBundle.Write(parts)),
            Reading<ImmutableArray<AssessmentParts>>.Refused refused =>
                FhirReply.Refuse(refused.Reasons, request.Parameters.Language ?? language, document.Utf8.Span),
            _ => throw new InvalidOperationException(),
        };

    private static AssessParameters WithPack(AssessParameters parameters, string? pack) =>
        parameters.Pack is null && !string.IsNullOrEmpty(pack) ? parameters with { Pack = pack } : parameters;
}
