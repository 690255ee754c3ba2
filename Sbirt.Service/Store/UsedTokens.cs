using System.Security.Cryptography;
using System.Text;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store;

/// <summary>
/// Which tokens have been used, so that none is used twice, also not after a restart or on another instance: the
/// table's primary key decides. Only a digest is kept, and only until the token is long expired.
/// </summary>
internal sealed class UsedTokens(GroupCommit commits, TimeProvider time)
{
    /// <summary>A clock that is set back by less than this does not make a used token new again.</summary>
    public static readonly TimeSpan KeptBeyond = TimeSpan.FromHours(2);

    private static readonly TimeSpan BetweenPurges = TimeSpan.FromMinutes(1);

    private long? lastPurge;

    /// <summary>True exactly once for each issuer and id.</summary>
    /// <param name="expires">Moment after which the token is refused for its age.</param>
    /// <exception cref="StoreUnavailableException">It cannot be recorded, so it must not be accepted.</exception>
    public async Task<bool> TryUseAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellation)
    {
        var isFirst = false;
        await commits.WriteAsync(
            async transaction =>
            {
                await PurgeNowAndThenAsync(transaction);
                isFirst = await transaction.ExecuteAsync(
                    "INSERT INTO used_token (digest, expires_ms) VALUES (@Digest, @ExpiresMs) ON CONFLICT DO NOTHING",
                    new { Digest = Digest(issuer, id), ExpiresMs = expires.ToUnixTimeMilliseconds() }) == 1;
            },
            cancellation);
        return isFirst;
    }

    private async Task PurgeNowAndThenAsync(StoreTransaction transaction)
    {
        if (lastPurge is { } purged && time.GetElapsedTime(purged) < BetweenPurges)
        {
            return;
        }

        lastPurge = time.GetTimestamp();
        await transaction.ExecuteAsync(
            "DELETE FROM used_token WHERE expires_ms < @Before",
            new { Before = (time.GetUtcNow() - KeptBeyond).ToUnixTimeMilliseconds() });
    }

    private static byte[] Digest(string issuer, string id) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.Length}:{issuer}{id}"));
}
