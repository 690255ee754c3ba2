using System.Globalization;
using Sbirt.Service.Security.Keys;
using Sbirt.Service.Store;

namespace Sbirt.Service.Observing;

/// <summary>Whether the program lives, and whether it can take work; causes are not told to strangers.</summary>
internal static class HealthEndpoints
{
    /// <summary>Answers whatever happens to the store, so that a full disk does not get the program restarted.</summary>
    public const string Live = "/health/live";

    private const string Ready = "/health/ready";
    private const int RetryAfterSeconds = 5;

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(Live, () => Results.Text("live"));
        app.MapGet(Ready, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext context, ResourceStore store, TrustedKeys keys, IHostApplicationLifetime life)
    {
        if (!life.ApplicationStopping.IsCancellationRequested
            && keys.State != KeyState.Missing
            && await store.WhatIsWrongAsync(context.RequestAborted) is null)
        {
            return Results.Text(keys.State == KeyState.Good ? "ready" : "degraded");
        }

        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
