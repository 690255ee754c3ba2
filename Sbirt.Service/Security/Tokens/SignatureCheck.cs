using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;
using Sbirt.Service.Security.Keys;

namespace Sbirt.Service.Security.Tokens;

/// <summary>
/// Whether the signature of a token holds: one algorithm, one key, no key of the token's own choice. The dearest
/// check, so it is the last before the token is marked as used.
/// </summary>
internal sealed class SignatureCheck(TimeProvider clock)
{
    private readonly JwtSecurityTokenHandler library = new() { MapInboundClaims = false };

    public bool Holds(PresentedToken token, TrustedKey key)
    {
        var parameters = new TokenValidationParameters
        {
            IssuerSigningKeyResolver = (_, _, _, _) => [key.Key],
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [token.Header.Algorithm],
            ValidIssuer = token.Claims.Issuer,
            ValidAudiences = token.Claims.Audiences,
            // The library would ask the machine's clock.
            LifetimeValidator = (_, _, _, _) => TokenLife.IsNow(token.Claims, clock.GetUtcNow()),
        };
        try
        {
            library.ValidateToken(token.Compact, parameters, out _);
            return true;
        }
        catch (Exception refused) when (refused is SecurityTokenException or ArgumentException)
        {
            return false;
        }
    }
}
