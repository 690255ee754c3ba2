using System.Collections.Immutable;

namespace Sbirt.Service.Security.Scopes;

/// <summary>What the caller of a request may do with resources, and what else. Set once for each request.</summary>
internal sealed class Grants
{
    private readonly ImmutableArray<SmartScope> scopes;
    private readonly ImmutableArray<string> names;

    private Grants(ImmutableArray<string> names)
    {
        this.names = names;
        scopes = [.. names.Select(SmartScope.Parse).OfType<SmartScope>()];
    }

    /// <summary>The developer at this machine, in Open mode.</summary>
    public static Grants Everything { get; } = new(["system/*.*", OwnScopes.Reports]);

    public static Grants Nothing { get; } = new([]);

    public static Grants Of(IEnumerable<string> scopes) => new([.. scopes]);

    public static Grants Of(HttpContext context) => context.Features.Get<Grants>() ?? Everything;

    /// <summary>True when everything the need asks for is granted.</summary>
    public bool Allow(FhirNeed need) =>
        (need.All & ~AllowedOn(need.Type)) == Interactions.None
        && (need.Any == Interactions.None || (need.Any & AllowedOn(need.Type)) != Interactions.None);

    /// <summary>True when this scope of ours (<see cref="OwnScopes"/>) is granted, to the letter.</summary>
    public bool Include(string ownScope) => names.Contains(ownScope, StringComparer.Ordinal);

    private Interactions AllowedOn(string type) => scopes
        .Where(scope => scope.Type == SmartScope.EveryType || scope.Type == type)
        .Aggregate(Interactions.None, (sum, scope) => sum | scope.Allowed);
}
