using System.Security.Cryptography;
using Dapper;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Checks;

/// <summary>
/// Compares every stored body with the hash written beside it: a database notices a page that no longer fits
/// together, but not a byte that changed inside a body.
/// </summary>
internal sealed class ContentCheck(Database database)
{
    private static readonly string[] Tables = ["resource_version", "derived_result"];

    /// <summary>How many bodies are not what was stored.</summary>
    public async Task<long> CountChangedAsync(CancellationToken cancellation)
    {
        var changed = 0L;
        foreach (var table in Tables)
        {
            changed += await database.ReadAsync(
                async connection =>
                {
                    var count = 0L;
                    var rows = connection.QueryUnbufferedAsync<Row>($"SELECT content_hash AS ContentHash, body FROM {table}");
                    await foreach (var row in rows.WithCancellation(cancellation))
                    {
                        count += SHA256.HashData(row.Body).AsSpan().SequenceEqual(row.ContentHash) ? 0 : 1;
                    }

                    return count;
                },
                cancellation);
        }

        return changed;
    }

    private sealed record Row(byte[] ContentHash, byte[] Body);
}
