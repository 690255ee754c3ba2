using Sbirt.Service.Security.Keys;
using Sbirt.Service.Security.Scopes;
using Sbirt.Service.Store;

namespace Sbirt.Service.Security.Tokens;

/// <summary>
/// Checks the token of a CDS Hooks call (CDS Hooks 2.0, "Trusting CDS Clients"): the cheap claims first, then the
/// signature, and only then is the token marked as used.
/// </summary>
internal sealed class HookTokenCheck(
    TrustedClients clients, KeyRing keys, SigningPolicy policy, UsedTokens used, TimeProvider clock)
{
    /// <param name="calledUrl">The address that is called, as the caller knows it.</param>
    public async Task<TokenCheck> CheckAsync(string compact, string calledUrl, CancellationToken cancellation)
    {
        if (PresentedToken.Read(compact, out var unreadable) is not { } token)
        {
            return TokenCheck.Refuse(unreadable);
        }

        if (WhyNot(token, calledUrl) is { } refusal)
        {
            return TokenCheck.Refuse(refusal);
        }

        var key = await keys.Of(token.Claims.Issuer)!.At(token.Header.KeyAddress)!.FindAsync(token.Header.KeyId, cancellation);
        if (key is null || !key.Verifies(token.Header.Algorithm))
        {
            return TokenCheck.Refuse(TokenRefusal.Key);
        }

        if (!SignatureCheck.Holds(token, key))
        {
            return TokenCheck.Refuse(TokenRefusal.Signature);
        }

        var until = DateTimeOffset.FromUnixTimeSeconds(token.Claims.Expires + TokenLife.SkewSeconds);
        return await used.TryUseAsync(token.Claims.Issuer, token.Claims.Id!, until, cancellation)
            ? new TokenCheck.Accepted(clients.SystemOf(token.Claims.Issuer, token.Claims.Tenant)!.Client, Grants.Nothing)
            : TokenCheck.Refuse(TokenRefusal.Replayed);
    }

    /// <summary>Everything that is wrong without looking at the signature.</summary>
    private TokenRefusal? WhyNot(PresentedToken token, string calledUrl)
    {
        var (header, claims) = (token.Header, token.Claims);
        if (!policy.Allows(header.Algorithm))
        {
            return TokenRefusal.Algorithm;
        }

        if (!header.Type.Equals("JWT", StringComparison.OrdinalIgnoreCase))
        {
            return TokenRefusal.TokenHeader;
        }

        if (claims.Id is null || claims.IssuedAt is null)
        {
            return TokenRefusal.Claims;
        }

        if (keys.Of(claims.Issuer) is not { } issuer)
        {
            return TokenRefusal.Issuer;
        }

        if (clients.SystemOf(claims.Issuer, claims.Tenant) is not { } system)
        {
            return TokenRefusal.Client;
        }

        if (!claims.Audiences.Any(audience => audience == calledUrl || system.Audiences.Contains(audience, StringComparer.Ordinal)))
        {
            return TokenRefusal.Audience;
        }

        if (!TokenLife.IsShort(claims) || !TokenLife.IsNow(claims, clock.GetUtcNow()))
        {
            return TokenRefusal.Lifetime;
        }

        return issuer.At(header.KeyAddress) is null ? TokenRefusal.KeyAddress : null;
    }
}
