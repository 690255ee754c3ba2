using System.Globalization;
using System.Threading.RateLimiting;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.CdsHooks;
using Sbirt.Service.Screening;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// How many calls the whole service has in hand, so that more than it can carry make nobody wait for long: a few are worked
/// on, a few wait for that or for the disk, the rest are told when to come again. CDS Hooks has places of its own, so that
/// large FHIR bodies do not take a doctor's. A call has its place from when all it needs is there (its body, what a FHIR
/// server was asked) until its answer is ready, so that neither a slow sender nor a slow reader holds one.
/// </summary>
internal sealed class Admission : IMiddleware, IAsyncDisposable
{
    private const int RetryAfterSeconds = 1;

    private readonly PartitionedRateLimiter<HttpContext> places;
    private readonly PartitionedRateLimiter<HttpContext> work;

    public Admission(SbirtSettings settings)
    {
        var inHand = settings.Limits.CallsInWork + settings.Limits.CallsWaiting;
        places = Limiter(new ConcurrencyLimiterOptions { PermitLimit = inHand });
        work = Limiter(new ConcurrencyLimiterOptions { PermitLimit = settings.Limits.CallsInWork, QueueLimit = inHand, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    /// <summary>
    /// While every place is taken, calls that send something are refused before their token is checked or their body is
    /// read: a refusal costs next to nothing, and a token for one call is not used up by it.
    /// </summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsWork(context.Request) || places.GetStatistics(context)!.CurrentAvailablePermits > 0)
        {
            return next(context);
        }

        ComeAgain(context.Response);
        var language = RequestLanguage.Of(context.Request);
        return IsHook(context.Request)
            ? HookReply.Refuse(HttpReasons.TooManyRequests, language).ExecuteAsync(context)
            : FhirReply.Refuse(HttpReasons.TooManyRequests, language).ExecuteAsync(context);
    }

    /// <summary>A place for one call, in which it is its turn to be worked on; dispose it when the answer is ready. None: refuse the call.</summary>
    /// <exception cref="OperationCanceledException">The caller hung up while it waited.</exception>
    public async ValueTask<CallPlace> EnterAsync(HttpContext context)
    {
        var place = places.AttemptAcquire(context);
        if (!place.IsAcquired)
        {
            place.Dispose();
            ComeAgain(context.Response);
            return CallPlace.None;
        }

        try
        {
            return new CallPlace(place, await work.AcquireAsync(context, cancellationToken: context.RequestAborted));
        }
        catch (OperationCanceledException)
        {
            place.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await places.DisposeAsync();
        await work.DisposeAsync();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(ConcurrencyLimiterOptions options) =>
        PartitionedRateLimiter.Create<HttpContext, bool>(call => RateLimitPartition.GetConcurrencyLimiter(IsHook(call.Request), _ => options));

    // Discovery, health, rules, reports and other reading is never held up by it.
    private static bool IsWork(HttpRequest request) => HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method);

    private static bool IsHook(HttpRequest request) => request.Path.StartsWithSegments(Guard.HooksPath, StringComparison.OrdinalIgnoreCase);

    private static void ComeAgain(HttpResponse response) =>
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
}
