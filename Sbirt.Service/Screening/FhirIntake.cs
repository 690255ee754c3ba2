using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Service.Security;

namespace Sbirt.Service.Screening;

/// <summary>The first two steps of every call with a body: JSON within limits, and FHIR R4 by structure.</summary>
internal sealed class FhirIntake(FhirBody body, Admission admission)
{
    /// <summary>Answers with <paramref name="answer"/> when the body is R4, else with every fault of it.</summary>
    public async Task<FhirReply> ReadAsync(
        HttpRequest request, Func<FhirDocument, Language, CancellationToken, Task<FhirReply>> answer)
    {
        var language = RequestLanguage.Of(request);
        var cancellation = request.HttpContext.RequestAborted;
        switch (await body.ReadAsync(request, cancellation))
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

                    var faults = StructureValidator.Validate(document.Utf8.Span);
                    return faults.IsEmpty
                        ? await answer(document, language, cancellation)
                        : FhirReply.From(OperationOutcomes.Of(StatusCodes.Status400BadRequest, IssuesOf(faults), language));
                }

            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The same for answers that wait for nothing.</summary>
    public Task<FhirReply> ReadAsync(HttpRequest request, Func<FhirDocument, Language, FhirReply> answer) =>
        ReadAsync(request, (document, language, _) => Task.FromResult(answer(document, language)));

    /// <summary>Structure faults as issues of an OperationOutcome.</summary>
    public static ImmutableArray<OutcomeIssue> IssuesOf(ImmutableArray<StructureFault> faults) =>
        [.. faults.Select(OperationOutcomes.IssueOf)];
}
