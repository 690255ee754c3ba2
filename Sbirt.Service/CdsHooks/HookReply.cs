using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Outcomes;

namespace Sbirt.Service.CdsHooks;

/// <summary>An answer of the CDS services: their own JSON, or an OperationOutcome with the status that CDS Hooks gives it.</summary>
internal sealed record HookReply(int Status, ReadOnlyMemory<byte> Json) : IResult
{
    public static HookReply Ok(ReadOnlyMemory<byte> json) => new(StatusCodes.Status200OK, json);

    /// <summary>A refusal, with the status of its first reason (<c>OutcomeKinds</c>).</summary>
    public static HookReply Refuse(IReadOnlyCollection<Reason> reasons, Language language)
    {
        var outcome = OperationOutcomes.Refusal(reasons, language);
        return new(outcome.Status, outcome.Json);
    }

    public static HookReply Refuse(Reason reason, Language language) => Refuse([reason], language);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Json.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(Json, httpContext.RequestAborted);
    }
}
