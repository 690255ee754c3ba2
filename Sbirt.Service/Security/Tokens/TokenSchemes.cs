using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sbirt.Service.Screening;

namespace Sbirt.Service.Security.Tokens;

/// <summary>The two kinds of bearer token as authentication schemes. Which one an address takes, <see cref="Guard"/> says.</summary>
internal static class TokenSchemes
{
    /// <summary>One token for one CDS Hooks call.</summary>
    public const string Hook = "cds-hooks";

    /// <summary>An access token for FHIR.</summary>
    public const string Access = "access-token";

    public static void AddTokenSchemes(this IServiceCollection services)
    {
        // The full AddAuthentication would also write data-protection keys into the home folder, for cookies we do not set.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
#pragma warning disable CS0618 // The handler of this package asks for it; expiry is judged by our own clock.
        services.TryAddSingleton<ISystemClock, SystemClock>();
#pragma warning restore CS0618
        new AuthenticationBuilder(services)
            .AddJwtBearer(Hook, options => options.Events = new JwtBearerEvents { OnMessageReceived = CheckHookAsync })
            .AddJwtBearer(Access, options => options.Events = new JwtBearerEvents { OnMessageReceived = CheckAccessAsync });
    }

    private static Task CheckHookAsync(MessageReceivedContext received) =>
        CheckAsync(received, (token, cancellation) => received.HttpContext.RequestServices.GetRequiredService<HookTokenCheck>()
            .CheckAsync(token, FhirBase.Host(received.Request) + received.Request.Path, cancellation));

    private static Task CheckAccessAsync(MessageReceivedContext received) =>
        CheckAsync(received, (token, cancellation) => received.HttpContext.RequestServices.GetRequiredService<AccessTokenCheck>()
            .CheckAsync(token, FhirBase.Of(received.Request), cancellation));

    /// <summary>Decides here and now, so that nothing of the token but the outcome goes further.</summary>
    private static async Task CheckAsync(MessageReceivedContext received, Func<string, CancellationToken, Task<TokenCheck>> check)
    {
        var context = received.HttpContext;
        var outcome = BearerHeader.TokenOf(received.Request, out var missing) is { } token
            ? await check(token, context.RequestAborted)
            : TokenCheck.Refuse(missing);
        switch (outcome)
        {
            case TokenCheck.Accepted accepted:
                context.Features.Set(accepted.Client);
                context.Features.Set(accepted.Grants);
                received.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("client", accepted.Client.Id)], received.Scheme.Name));
                received.Success();
                break;
            case TokenCheck.Refused refused:
                context.Features.Set<TokenRefusedFeature>(new(refused.Why));
                received.Fail(nameof(TokenCheck.Refused));
                break;
        }
    }
}

/// <summary>Why the token of this request was refused.</summary>
internal sealed record TokenRefusedFeature(TokenRefusal Why);
