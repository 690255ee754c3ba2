using System.Globalization;
using System.Threading.RateLimiting;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Observing;
using Sbirt.Service.Screening;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// What holds for every call before it is read: how many a client may make, and that it takes JSON back.
/// Calls over the limit are not queued (docs/limits.md).
/// </summary>
internal sealed class CallGate : IMiddleware, IAsyncDisposable
{
    private const int RetryAfterSeconds = 1;

    private readonly PartitionedRateLimiter<HttpContext> limiter;

    public CallGate(SbirtSettings settings)
    {
        var (rate, concurrent) = (settings.Limits.RequestsPerSecond, settings.Limits.ConcurrentRequests);
        limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(call => rate is { } permits
                ? RateLimitPartition.GetFixedWindowLimiter(ClientOf(call), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = permits,
                    Window = TimeSpan.FromSeconds(1),
                })
                : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(call => concurrent is { } permits
                ? RateLimitPartition.GetConcurrencyLimiter(ClientOf(call), _ => new ConcurrencyLimiterOptions { PermitLimit = permits })
                : RateLimitPartition.GetNoLimiter("")));
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.Path == HealthEndpoints.Live)
        {
            await next(context);
            return;
        }

        using var permit = limiter.AttemptAcquire(context);
        if (!permit.IsAcquired)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await FhirReply.Refuse(HttpReasons.TooManyRequests, RequestLanguage.Of(context.Request)).ExecuteAsync(context);
            return;
        }

        if (context.Request.Path.StartsWithSegments(FhirBase.Path, StringComparison.Ordinal) && !TakesJson(context.Request))
        {
            await FhirReply.Refuse(HttpReasons.NotAcceptable, RequestLanguage.Of(context.Request)).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    public ValueTask DisposeAsync() => limiter.DisposeAsync();

    /// <summary>The client; strangers are told apart by address, so that one of them does not silence the health checks.</summary>
    private static string ClientOf(HttpContext call) => CallingClient.Of(call) is var client && client == CallingClient.Stranger
        ? $"{client.Id} {call.Connection.RemoteIpAddress}"
        : client.Id;

    /// <summary>True unless the caller asks for something that is not JSON, by header or by <c>_format</c>.</summary>
    private static bool TakesJson(HttpRequest request)
    {
        var format = request.Query["_format"].ToString();
        if (format.Length > 0)
        {
            return format.Contains("json", StringComparison.OrdinalIgnoreCase);
        }

        var accept = request.Headers.Accept.ToString();
        return accept.Length == 0
            || accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            || accept.Contains("*/*", StringComparison.Ordinal)
            || accept.Contains("application/*", StringComparison.Ordinal)
            || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
