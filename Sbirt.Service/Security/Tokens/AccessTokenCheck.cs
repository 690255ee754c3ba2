using System.Collections.Frozen;
using Sbirt.Service.Security.Keys;
using Sbirt.Service.Security.Scopes;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security.Tokens;

/// <summary>Checks an access token for the FHIR addresses (RFC 9068): made out to us, by a server we trust, for a client we know.</summary>
internal sealed class AccessTokenCheck(
    SbirtSettings settings, TrustedClients clients, KeyRing keys, SigningPolicy policy, TimeProvider clock)
{
    private static readonly string[] Types = ["at+jwt", "application/at+jwt", "JWT", ""];

    private readonly FrozenDictionary<string, List<string>> audiences =
        settings.AccessTokenIssuers.ToFrozenDictionary(server => server.Issuer!, server => server.Audiences, StringComparer.Ordinal);

    /// <param name="fhirBase">Our FHIR base URL as callers know it.</param>
    public async Task<TokenCheck> CheckAsync(string compact, string fhirBase, CancellationToken cancellation)
    {
        if (PresentedToken.Read(compact, out var unreadable) is not { } token)
        {
            return TokenCheck.Refuse(unreadable);
        }

        if (WhyNot(token, fhirBase) is { } refusal)
        {
            return TokenCheck.Refuse(refusal);
        }

        var key = await keys.Of(token.Claims.Issuer)!.Default.FindAsync(token.Header.KeyId, cancellation);
        if (key is null || !key.Verifies(token.Header.Algorithm))
        {
            return TokenCheck.Refuse(TokenRefusal.Key);
        }

        return SignatureCheck.Holds(token, key)
            ? new TokenCheck.Accepted(clients.ClientOf(token.Claims.Issuer, token.Claims.ClientId!)!, Grants.Of(token.Claims.Scopes))
            : TokenCheck.Refuse(TokenRefusal.Signature);
    }

    private TokenRefusal? WhyNot(PresentedToken token, string fhirBase)
    {
        var (header, claims) = (token.Header, token.Claims);
        if (!policy.Allows(header.Algorithm))
        {
            return TokenRefusal.Algorithm;
        }

        if (!Types.Contains(header.Type, StringComparer.OrdinalIgnoreCase))
        {
            return TokenRefusal.TokenHeader;
        }

        if (!audiences.TryGetValue(claims.Issuer, out var agreed))
        {
            return TokenRefusal.Issuer;
        }

        if (claims.ClientId is null || clients.ClientOf(claims.Issuer, claims.ClientId) is null)
        {
            return TokenRefusal.Client;
        }

        if (!claims.Audiences.Any(audience => audience == fhirBase || agreed.Contains(audience)))
        {
            return TokenRefusal.Audience;
        }

        return TokenLife.IsNow(claims, clock.GetUtcNow()) ? null : TokenRefusal.Lifetime;
    }
}
