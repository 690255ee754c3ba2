using System.Security.Cryptography;
using System.Text;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store;

/// <summary>
/// Which tokens have been used, so that none is used twice, also not after a restart or on another instance: the
/// table's primary key decides. Only a digest is kept, and only until the token is long expired. Calls that come while
/// a flush is under way share the next one.
/// </summary>
internal sealed class UsedTokens(Database database, TimeProvider time)
{
    /// <summary>A clock that is set back by less than this does not make a used token new again.</summary>
    public static readonly TimeSpan KeptBeyond = TimeSpan.FromHours(2);

    private static readonly TimeSpan BetweenPurges = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Batch? filling;
    private Task last = Task.CompletedTask;
    private long? lastPurge;

    /// <summary>True exactly once for each issuer and id.</summary>
    /// <param name="expires">Moment after which the token is refused for its age.</param>
    /// <exception cref="StoreUnavailableException">It cannot be recorded, so it must not be accepted.</exception>
    public async Task<bool> TryUseAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellation)
    {
        var use = new Use(Digest(issuer, id), expires.ToUnixTimeMilliseconds());
        Batch batch;
        int index;
        lock (gate)
        {
            if (filling is null)
            {
                filling = new Batch();
                filling.Written = WriteAsync(filling, last);
                last = filling.Written;
            }

            batch = filling;
            index = batch.Uses.Count;
            batch.Uses.Add(use);
        }

        return (await batch.Written.WaitAsync(cancellation))[index];
    }

    private async Task<bool[]> WriteAsync(Batch batch, Task previous)
    {
        // Leaves the lock it was started in; whoever fails in the batch before is told there.
        await Task.Yield();
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            filling = null;
        }

        return await database.WriteAsync(transaction => InsertAsync(transaction, batch.Uses), CancellationToken.None);
    }

    private async Task<bool[]> InsertAsync(StoreTransaction transaction, List<Use> uses)
    {
        await PurgeNowAndThenAsync(transaction);
        var isFirst = new bool[uses.Count];
        for (var i = 0; i < uses.Count; i++)
        {
            isFirst[i] = await transaction.ExecuteAsync(
                "INSERT INTO used_token (digest, expires_ms) VALUES (@Digest, @ExpiresMs) ON CONFLICT DO NOTHING", uses[i]) == 1;
        }

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

    private sealed record Use(byte[] Digest, long ExpiresMs);

    /// <summary>The uses that are flushed together.</summary>
    private sealed class Batch
    {
        public List<Use> Uses { get; } = [];

        public Task<bool[]> Written { get; set; } = Task.FromResult<bool[]>([]);
    }
}
