using System.Collections.Immutable;
using System.Text.Json;

namespace Sbirt.Service.Security.Tokens;

/// <summary>What a token claims. Moments are whole seconds since 1970 (NumericDate).</summary>
/// <param name="IssuedAt"><c>iat</c>; required of calls, not of access tokens.</param>
/// <param name="Id"><c>jti</c>.</param>
/// <param name="Tenant"><c>tenant</c> of CDS Hooks.</param>
/// <param name="ClientId"><c>client_id</c> of RFC 9068.</param>
/// <param name="Scopes"><c>scope</c>, split at spaces.</param>
internal sealed record TokenClaims(
    string Issuer,
    ImmutableArray<string> Audiences,
    long Expires,
    long? IssuedAt,
    long? NotBefore,
    string? Id,
    string? Tenant,
    string? ClientId,
    ImmutableArray<string> Scopes)
{
    private const int MostLength = 2_000;
    private const int MostIdLength = 256;
    private const long LastSecond = 253_402_300_799;

    /// <summary>Null: a claim is missing or of the wrong kind.</summary>
    public static TokenClaims? Read(JsonElement claims)
    {
        var audiences = AudiencesIn(claims);
        return JsonText.In(claims, "iss", MostLength) is { } issuer
            && !audiences.IsEmpty
            && MomentIn(claims, "exp", out var expires) && expires is { } end
            && MomentIn(claims, "iat", out var issuedAt)
            && MomentIn(claims, "nbf", out var notBefore)
            && JsonText.IsTextOrAbsent(claims, "jti", MostIdLength, out var id)
            && JsonText.IsTextOrAbsent(claims, "tenant", MostIdLength, out var tenant)
            && JsonText.IsTextOrAbsent(claims, "client_id", MostLength, out var clientId)
            && ScopesIn(claims) is { } scopes
                ? new(issuer, audiences, end, issuedAt, notBefore, id, tenant, clientId, [.. scopes])
                : null;
    }

    public override string ToString() => nameof(TokenClaims);

    /// <summary>A string or an array of strings; empty when it is anything else.</summary>
    private static ImmutableArray<string> AudiencesIn(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return [];
        }

        var values = audience.ValueKind == JsonValueKind.Array ? [.. audience.EnumerateArray()] : ImmutableArray.Create(audience);
        var texts = values.Select(value => JsonText.Of(value, MostLength)).OfType<string>().ToImmutableArray();
        return texts.Length == values.Length ? texts : [];
    }

    /// <summary>None when it is absent or empty; null when it is no string.</summary>
    private static string[]? ScopesIn(JsonElement claims) =>
        !claims.TryGetProperty("scope", out var scope) || (scope.ValueKind == JsonValueKind.String && scope.ValueEquals(""))
            ? []
            : JsonText.Of(scope, PresentedToken.MostBytes)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>False when something is there that is no moment between 1970 and 9999.</summary>
    private static bool MomentIn(JsonElement claims, string name, out long? moment)
    {
        moment = null;
        if (!claims.TryGetProperty(name, out var value))
        {
            return true;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var seconds) && seconds is > 0 and <= LastSecond)
        {
            moment = (long)seconds;
        }

        return moment is not null;
    }
}
