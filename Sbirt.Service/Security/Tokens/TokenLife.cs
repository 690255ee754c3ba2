namespace Sbirt.Service.Security.Tokens;

/// <summary>When a token may be used (SMART backend services 2.2: at most five minutes ahead).</summary>
internal static class TokenLife
{
    /// <summary>How far the sender's clock may be from ours, in seconds.</summary>
    public const long SkewSeconds = 60;

    /// <summary>Longest life of a token that authenticates one call, in seconds.</summary>
    public const long MostSeconds = 5 * 60;

    /// <summary>True when it has not expired, and is valid already.</summary>
    public static bool IsNow(TokenClaims claims, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return seconds <= claims.Expires + SkewSeconds
            && (claims.IssuedAt ?? 0) <= seconds + SkewSeconds
            && (claims.NotBefore ?? 0) <= seconds + SkewSeconds;
    }

    /// <summary>True when it says when it was issued, and expires soon after.</summary>
    public static bool IsShort(TokenClaims claims) =>
        claims.IssuedAt is { } issued && claims.Expires > issued && claims.Expires - issued <= MostSeconds;
}
