using System.Globalization;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Screening;
using Sbirt.Service.Store;

namespace Sbirt.Service.Observing;

/// <summary>
/// The one place where a failure of the world, or of ours, becomes an answer: an OperationOutcome without
/// detail. Nothing of the request is logged but its id and the kind of failure.
/// </summary>
internal sealed partial class FaultBoundary(RequestDelegate next, ILogger<FaultBoundary> logger)
{
    private const int RetryAfterSeconds = 5;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (
            fault is OperationCanceledException or IOException and not BadHttpRequestException
            && context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up: there is nobody to answer and nothing of ours to report.
            return;
        }
        catch (StoreUnavailableException fault) when (!context.Response.HasStarted)
        {
            Unavailable(context.TraceIdentifier, fault.Failure);
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await Answer(context, FhirReply.Refuse(HttpReasons.StoreUnavailable, RequestLanguage.Of(context.Request)));
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            var reason = fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? HttpReasons.BodyTooLarge
                : HttpReasons.BadRequest;
            await Answer(context, FhirReply.Refuse(reason, RequestLanguage.Of(context.Request)));
        }
#pragma warning disable CA1031 // This is the map from our own failures to 500; nothing else catches everything.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Failed(context.TraceIdentifier, fault.GetType().Name, fault.StackTrace);
            await Answer(context, FhirReply.Refuse(HttpReasons.InternalError, RequestLanguage.Of(context.Request)));
        }

        if (!context.Response.HasStarted && context.Response.ContentLength is null && Unanswered(context) is { } unanswered)
        {
            await Answer(context, FhirReply.Refuse(unanswered, RequestLanguage.Of(context.Request)));
        }
    }

    private static Content.Findings.Reason? Unanswered(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => HttpReasons.NotFound,
        StatusCodes.Status405MethodNotAllowed => HttpReasons.MethodNotAllowed,
        StatusCodes.Status429TooManyRequests => HttpReasons.TooManyRequests,
        _ => null,
    };

    private static Task Answer(HttpContext context, FhirReply reply)
    {
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        return reply.ExecuteAsync(context);
    }

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} was not carried out: the store is unavailable ({Failure})")]
    private partial void Unavailable(string requestId, StoreFailure failure);

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed in our own code: {Kind} at {Stack}")]
    private partial void Failed(string requestId, string kind, string? stack);
}
