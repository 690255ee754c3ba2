using Microsoft.AspNetCore.Cors.Infrastructure;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// Which pages of other origins may call CDS Hooks from a browser (CORS): those configured, each by its own name and
/// without cookies; the token is asked for all the same.
/// </summary>
internal static class BrowserOrigins
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    public static void AddBrowserOrigins(this IServiceCollection services, SbirtSettings settings)
    {
        var origins = settings.Clients.SelectMany(client => client.Origins).ToHashSet(StringComparer.Ordinal);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => Allow(policy, origins)));
    }

    public static void UseBrowserOrigins(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Guard.HooksPath, StringComparison.OrdinalIgnoreCase),
            hooks => hooks.UseCors());

    private static void Allow(CorsPolicyBuilder policy, HashSet<string> origins) => policy
        .SetIsOriginAllowed(origins.Contains)
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders("Authorization", "Content-Type", "Accept", "Accept-Language")
        .WithExposedHeaders("Retry-After", "X-Request-Id")
        .SetPreflightMaxAge(PreflightAge);
}
