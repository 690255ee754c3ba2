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
        intake.ReadAsync(request, (document, language) => Answer(request, document, language));

    private FhirReply Answer(HttpRequest request, FhirDocument document, Language language) =>
        FhirReply.To(AssessParameters.Read(document.Root), language, document.Utf8, parameters => FhirReply.To(
            assessor.Judge(new AssessmentRequest(parameters, RequestLanguage.Wished(request), clock.Today())
            {
                Client = CallingClient.Of(request.HttpContext),
            }),
            parameters.Language ?? language,
            document.Utf8,
            sheets => FhirReply.Ok(ResponseExtraction.Extract(
                sheets[0].Response, [.. sheets.Select(sheet => sheet.Scored)], sheets[0].Language))));
}
