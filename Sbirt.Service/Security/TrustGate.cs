using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Authentication;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Screening;
using Sbirt.Service.Security.Scopes;
using Sbirt.Service.Security.Tokens;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// In Trusted mode nobody comes past here without what the address asks for; from here on
/// <see cref="CallingClient"/> and <see cref="Grants"/> say on whose behalf the request runs. Every refusal looks the
/// same to the caller; the log has its reason.
/// </summary>
internal sealed partial class TrustGate(RequestDelegate next, SbirtSettings settings, ILogger<TrustGate> logger)
{
    private static readonly Meter Meter = new("Sbirt.Security");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("sbirt.tokens.refused");

    // Without tokens everybody is the developer at this machine; SettingsCheck lets nothing else through.
    private readonly CallingClient developer = CallingClient.OpenTo(settings.Clients);

    public async Task InvokeAsync(HttpContext context)
    {
        if (settings.Security.IsOpen)
        {
            context.Features.Set(developer);
            await next(context);
            return;
        }

        context.Features.Set(CallingClient.Stranger);
        context.Features.Set(Grants.Nothing);
        switch (Guard.Of(context))
        {
            case Guard.Hook when await IsRefusedAsync(context, TokenSchemes.Hook):
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return;
            case Guard.Access when await IsRefusedAsync(context, TokenSchemes.Access):
                context.Response.Headers.WWWAuthenticate =
                    context.Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
                await RefuseAsync(context, HttpReasons.Unauthenticated);
                return;
            case Guard.Access access when !access.IsCoveredBy(Grants.Of(context)):
                OutOfScope(context.TraceIdentifier, CallingClient.Of(context).Id);
                context.Response.Headers.WWWAuthenticate = access.Scope is { } scope
                    ? $"Bearer error=\"insufficient_scope\", scope=\"{scope}\""
                    : "Bearer error=\"insufficient_scope\"";
                await RefuseAsync(context, HttpReasons.Forbidden);
                return;
            default:
                await next(context);
                return;
        }
    }

    private async Task<bool> IsRefusedAsync(HttpContext context, string scheme)
    {
        var result = await context.AuthenticateAsync(scheme);
        if (result.Succeeded)
        {
            return false;
        }

        var why = context.Features.Get<TokenRefusedFeature>()?.Why ?? TokenRefusal.Missing;
        Refusals.Add(1, new KeyValuePair<string, object?>("reason", why.ToString()));
        Refused(context.TraceIdentifier, why);
        return true;
    }

    private static Task RefuseAsync(HttpContext context, Content.Findings.Reason reason) =>
        FhirReply.Refuse(reason, RequestLanguage.Of(context.Request)).ExecuteAsync(context);

    [LoggerMessage(22, LogLevel.Warning, "Request {RequestId} was refused: its token was not accepted ({Reason})")]
    private partial void Refused(string requestId, TokenRefusal reason);

    [LoggerMessage(23, LogLevel.Warning, "Request {RequestId} of client {Client} was refused: its scopes do not cover it")]
    private partial void OutOfScope(string requestId, string client);
}
