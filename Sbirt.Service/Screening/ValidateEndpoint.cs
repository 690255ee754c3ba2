using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Service.Security;

namespace Sbirt.Service.Screening;

/// <summary>
/// <c>POST /fhir/{type}/$validate</c> (R4 resource-operation-validate.html): every fault of a resource of any
/// type, 200 whether or not there are any.
/// </summary>
internal sealed class ValidateEndpoint(FhirBody body, Admission admission)
{
    private static readonly Localized AllGood = new("R4 の構造として問題は見つかりませんでした。", "Nothing was found wrong with its R4 structure.");

    private static readonly Localized OtherType = new(
        "resourceType がアドレスの種類と違います。", "Its resourceType is not the one of the address.");

    public static void Map(RouteGroupBuilder fhir) =>
        fhir.MapPost("/{type}/$validate", (string type, HttpRequest request, ValidateEndpoint endpoint) => endpoint.ValidateAsync(type, request));

    private async Task<FhirReply> ValidateAsync(string type, HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        switch (await body.ReadAsync(request, request.HttpContext.RequestAborted))
        {
            case Reading<FhirDocument>.Refused refused:
                return FhirReply.Refuse(refused.Reasons, language);
            case Reading<FhirDocument>.Ok { Value: var document }:
                using (document)
                {
                    using var place = await admission.EnterAsync(request.HttpContext);
                    if (!place.IsAcquired)
                    {
                        return FhirReply.Refuse(HttpReasons.TooManyRequests, language);
                    }

                    return FhirReply.From(OperationOutcomes.Of(StatusCodes.Status200OK, IssuesOf(type, document), language));
                }

            default:
                throw new InvalidOperationException();
        }
    }

    private static List<OutcomeIssue> IssuesOf(string type, FhirDocument document)
    {
        List<OutcomeIssue> issues = [.. FhirIntake.IssuesOf(StructureValidator.Validate(document.Utf8.Span))];
        if (document.ResourceType is { } actual && actual != type && actual != "Parameters")
        {
            issues.Add(new OutcomeIssue(IssueSeverity.Error, "resource-type-mismatch", OtherType, "resourceType"));
        }

        if (issues.Count == 0)
        {
            issues.Add(new OutcomeIssue(IssueSeverity.Information, "valid", AllGood));
        }

        return issues;
    }
}
