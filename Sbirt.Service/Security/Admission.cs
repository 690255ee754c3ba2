using System.Globalization;
using System.Threading.RateLimiting;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.CdsHooks;
using Sbirt.Service.Screening;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// How many calls the whole service works on at once, so that more calls than it can carry make nobody wait for long: a few
/// wait their turn, the rest are told when to come again. CDS Hooks has places of its own, so that large FHIR bodies do not
/// take a doctor's. A call has its place from when all it needs is there (its body, what a FHIR server was asked) until its
/// answer is ready, so that neither a slow sender nor a slow reader holds one.
/// </summary>
internal sealed class Admission : IMiddleware, IAsyncDisposable
{
    private const int RetryAfterSeconds = 1;

    private readonly int mostWaiting;
    private readonly PartitionedRateLimiter<HttpContext> places;

    public Admission(SbirtSettings settings)
    {
        mostWaiting = settings.Limits.CallsWaiting;
        var options = new ConcurrencyLimiterOptions
        {
            PermitLimit = settings.Limits.CallsInWork,
            QueueLimit = mostWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
        places = PartitionedRateLimiter.Create<HttpContext, bool>(
            call => RateLimitPartition.GetConcurrencyLimiter(IsHook(call.Request), _ => options));
    }

    /// <summary>
    /// While nobody more may wait, calls that send something are refused before their token is checked or their body is
    /// read: a refusal costs next to nothing, and a token for one call is not used up by it.
    /// </summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsWork(context.Request) || places.GetStatistics(context)!.CurrentQueuedCount < mostWaiting)
        {
            return next(context);
        }

        ComeAgain(context.Response);
        var language = RequestLanguage.Of(context.Request);
        return IsHook(context.Request)
            ? HookReply.Refuse(HttpReasons.TooManyRequests, language).ExecuteAsync(context)
            : FhirReply.Refuse(HttpReasons.TooManyRequests, language).ExecuteAsync(context);
    }

    /// <summary>A place for the work of one call, to be disposed when it is done; not acquired: refuse the call.</summary>
    /// <exception cref="OperationCanceledException">The caller hung up while it waited.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(HttpContext context)
    {
        var place = await places.AcquireAsync(context, cancellationToken: context.RequestAborted);
        if (!place.IsAcquired)
        {
            ComeAgain(context.Response);
        }

        return place;
    }

    public ValueTask DisposeAsync() => places.DisposeAsync();

    // Discovery, health, rules, reports and other reading is never held up by it.
    private static bool IsWork(HttpRequest request) => HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method);

    private static bool IsHook(HttpRequest request) => request.Path.StartsWithSegments(Guard.HooksPath, StringComparison.OrdinalIgnoreCase);

    private static void ComeAgain(HttpResponse response) =>
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
}
