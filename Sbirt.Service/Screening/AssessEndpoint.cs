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
        FhirReply.To(AssessParameters.Read(document.Root), language, document.Utf8, parameters => FhirReply.To(
            assessor.Assess(new AssessmentRequest(
                WithPack(parameters, request.Query["pack"]), RequestLanguage.Wished(request), clock.Today())
            {
                Client = CallingClient.Of(request.HttpContext),
            }),
            parameters.Language ?? language,
            document.Utf8,
            parts => FhirReply.Ok(AssessmentBundle.Write(parts))));

    private static AssessParameters WithPack(AssessParameters parameters, string? pack) =>
        parameters.Pack is null && !string.IsNullOrEmpty(pack) ? parameters with { Pack = pack } : parameters;
}
