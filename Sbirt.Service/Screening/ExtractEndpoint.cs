using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Reading;
using Sbirt.Service.Security;

namespace Sbirt.Service.Screening;

/// <summary><c>POST /fhir/QuestionnaireResponse/$extract</c> (SDC): the answers as a transaction of Observations, nothing stored.</summary>
internal sealed class ExtractEndpoint(FhirIntake intake, Assessor assessor, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder fhir) =>
        fhir.MapPost("/QuestionnaireResponse/$extract", (HttpRequest request, ExtractEndpoint endpoint) => endpoint.ExtractAsync(request));

    private Task<FhirReply> ExtractAsync(HttpRequest request) =>
        intake.ReadAsync(request, (document, language) => AssessParameters.Read(document.Root) switch
        {
            Reading<AssessParameters>.Ok { Value: var parameters } =>
                Answer(document, language, new AssessmentRequest(parameters, RequestLanguage.Wished(request), clock.Today())
                {
                    Client = CallingClient.Of(request.HttpContext),
                }),
            Reading<AssessParameters>.Refused refused => FhirReply.Refuse(refused.Reasons, language, document.Utf8.Span),
            _ => throw new InvalidOperationException(),
        });

    private FhirReply Answer(FhirDocument document, Language language, AssessmentRequest request) => assessor.Judge(request) switch
    {
        Reading<ImmutableArray<JudgedSheet>>.Ok { Value: var sheets } => FhirReply.Ok(
            ResponseExtraction.Extract(sheets[0].Response, [.. sheets.Select(sheet => sheet.Scored)], sheets[0].Language)),
        Reading<ImmutableArray<JudgedSheet>>.Refused refused => FhirReply.Refuse(
            refused.Reasons, request.Parameters.Language ?? language, document.Utf8.Span),
        _ => throw new InvalidOperationException(),
    };
}
