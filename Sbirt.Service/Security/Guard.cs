using Microsoft.AspNetCore.Routing.Patterns;
using Sbirt.Service.Screening;
using Sbirt.Service.Security.Scopes;

namespace Sbirt.Service.Security;

/// <summary>What an address asks of its caller in Trusted mode. Whatever is not named here is closed.</summary>
internal abstract record Guard
{
    /// <summary>Base of the CDS Hooks addresses; discovery included, so that strangers learn nothing.</summary>
    public const string HooksPath = "/cds-services";

    private const string ReportsPath = "/reports";

    private static readonly string[] Public =
    [
        "/health/live", "/health/ready", "/rules", "/openapi/v1.json", FhirBase.Path + "/metadata",
        SmartConfigurationEndpoint.Path, FhirBase.Path + SmartConfigurationEndpoint.Path,
    ];

    private Guard()
    {
    }

    /// <summary>Nothing: health, and what every caller must read before it can have a token.</summary>
    internal sealed record Nobody : Guard;

    /// <summary>A token made for this one call.</summary>
    internal sealed record Hook : Guard;

    /// <summary>An access token; its scopes must cover the need, or every entry's own when there is none here.</summary>
    /// <param name="IsOpenToAll">True: the token is enough, what it may do is asked further in.</param>
    /// <param name="OwnScope">The scope of ours it must hold, for what is no FHIR resource.</param>
    internal sealed record Access(FhirNeed? Need, bool IsOpenToAll, string? OwnScope = null) : Guard
    {
        /// <summary>A scope that would do; null: none would.</summary>
        public string? Scope => OwnScope ?? Need?.Scope;

        public bool IsCoveredBy(Grants grants) =>
            IsOpenToAll || (OwnScope is { } own ? grants.Include(own) : Need is not null && grants.Allow(Need));
    }

    /// <summary>Decided on the route that will answer, not on the spelling of the address.</summary>
    public static Guard Of(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern: var pattern })
        {
            return Of(context, "/" + string.Join('/', pattern.PathSegments.Select(Text)));
        }

        // Nothing answers here, but only who may call learns that.
        var path = context.Request.Path;
        return path.StartsWithSegments(HooksPath, StringComparison.OrdinalIgnoreCase) ? new Hook()
            : path.StartsWithSegments(FhirBase.Path, StringComparison.OrdinalIgnoreCase) ? new Access(null, IsOpenToAll: true)
            : new Nobody();
    }

    private static Guard Of(HttpContext context, string route)
    {
        if (Public.Contains(route, StringComparer.OrdinalIgnoreCase))
        {
            return new Nobody();
        }

        if (IsUnder(route, HooksPath))
        {
            return new Hook();
        }

        if (IsUnder(route, ReportsPath))
        {
            return new Access(null, IsOpenToAll: false, OwnScopes.Reports);
        }

        if (!IsUnder(route, FhirBase.Path))
        {
            return new Access(null, IsOpenToAll: true);
        }

        var segments = route[FhirBase.Path.Length..]
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment == "{type}" ? context.GetRouteValue("type")?.ToString() ?? segment : segment)
            .ToList();
        return segments.Count == 0
            ? new Access(null, IsOpenToAll: true)
            : new Access(FhirNeed.Of(context.Request.Method, segments, IfNoneExistOf(context.Request)), IsOpenToAll: false);
    }

    private static string? IfNoneExistOf(HttpRequest request) =>
        request.Headers.TryGetValue("If-None-Exist", out var value) ? value.ToString() : null;

    private static bool IsUnder(string route, string folder) =>
        route.Equals(folder, StringComparison.OrdinalIgnoreCase) || route.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase);

    private static string Text(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => "{" + parameter.Name + "}",
        _ => "",
    }));
}
