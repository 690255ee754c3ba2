using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Outcomes;

namespace Sbirt.Service.CdsHooks;

/// <summary>An answer of the CDS services: their own JSON, or an OperationOutcome with the status that CDS Hooks gives it.</summary>
internal sealed record HookReply(int Status, ReadOnlyMemory<byte> Json, string ContentType = "application/json") : IResult
{
    public static HookReply Ok(ReadOnlyMemory<byte> json) => new(StatusCodes.Status200OK, json);

    /// <summary>A refusal with the status given: CDS Hooks says 400, 404 and 412 where FHIR would say 422.</summary>
    public static HookReply Refuse(int status, IReadOnlyCollection<Reason> reasons, Language language, ReadOnlySpan<byte> sent = default) =>
        new(status, OperationOutcomes.Refusal(reasons, language, sent).Json);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType + "; charset=utf-8";
        response.ContentLength = Json.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(Json, httpContext.RequestAborted);
    }
}
