using Dapper;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Audit;

/// <summary>
/// The append-only record of what was done. Every row seals the one before it, so an edit, a removal or a change of
/// order shows at its place; the head shows a tail cut off, unless whoever cut it also put back an older head.
/// </summary>
internal sealed class AuditTrail(Database database, AuditKey key, TimeProvider time)
{
    /// <summary>Adds an event in the transaction of what it is about: both are on the disk, or neither.</summary>
    public async Task AppendAsync(StoreTransaction transaction, StoreCaller caller, AuditEvent said)
    {
        var end = await transaction.RememberedAsync(this, () => EndAsync(transaction));
        var unsealed = new AuditRow(
            end.Head.Seq + 1,
            time.GetUtcNow().ToUnixTimeMilliseconds(),
            caller.Tenant,
            said.Action,
            said.Type,
            said.Id is null ? "" : key.Pseudonym(caller.Tenant, said.Type, said.Id),
            said.Outcome,
            caller.RequestId,
            end.Head.Hash,
            []);
        var row = unsealed with { Hash = key.Seal(unsealed.Statement()) };
        await transaction.ExecuteAsync(
            "INSERT INTO audit_event (seq, at_ms, tenant, action, type, subject, outcome, request_id, previous_hash, hash) "
            + "VALUES (@Seq, @AtMs, @Tenant, @Action, @Type, @Subject, @Outcome, @RequestId, @PreviousHash, @Hash)",
            row);
        end.Head = new Head(row.Seq, row.Hash);
    }

    /// <summary>Adds an event of its own.</summary>
    public Task AppendAsync(StoreCaller caller, AuditEvent said, CancellationToken cancellation) =>
        database.WriteAsync(
            async transaction =>
            {
                await AppendAsync(transaction, caller, said);
                return true;
            },
            cancellation);

    /// <summary>Walks the whole trail; names the first row that is not what was written.</summary>
    public Task<AuditCheck> CheckAsync(CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var head = await connection.QueryFirstOrDefaultAsync<Head>(
                    new CommandDefinition("SELECT seq, hash FROM audit_head WHERE one = 1", cancellationToken: cancellation));
                var upTo = head?.Seq ?? 0;
                var previous = (Seq: 0L, Hash: Array.Empty<byte>());
                var rows = connection.QueryUnbufferedAsync<AuditRow>($"SELECT {AuditRow.Columns} FROM audit_event ORDER BY seq");
                await foreach (var row in rows.WithCancellation(cancellation))
                {
                    if (row.Seq > upTo && head is not null)
                    {
                        // Written since the head was read.
                        break;
                    }

                    if (!Follows(row, previous))
                    {
                        return new AuditCheck(previous.Seq, previous.Seq + 1);
                    }

                    previous = (row.Seq, row.Hash);
                }

                var isWhole = previous.Seq == upTo && previous.Hash.AsSpan().SequenceEqual(head?.Hash ?? []);
                return new AuditCheck(previous.Seq, isWhole ? null : previous.Seq + 1);
            },
            cancellation);

    // The head is read before the first row of a transaction and written after its last.
    private static async Task<TrailEnd> EndAsync(StoreTransaction transaction)
    {
        var end = new TrailEnd(await transaction.FirstAsync<Head>("SELECT seq, hash FROM audit_head WHERE one = 1") ?? new Head(0, []));
        transaction.AtLast(() => transaction.ExecuteAsync(
            "INSERT INTO audit_head (one, seq, hash) VALUES (1, @Seq, @Hash) "
            + "ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
            end.Head));
        return end;
    }

    private bool Follows(AuditRow row, (long Seq, byte[] Hash) previous) =>
        row.Seq == previous.Seq + 1
        && row.PreviousHash.AsSpan().SequenceEqual(previous.Hash)
        && key.Seal(row.Statement()).AsSpan().SequenceEqual(row.Hash);

    private sealed record Head(long Seq, byte[] Hash);

    /// <summary>The last row written so far in a transaction.</summary>
    private sealed class TrailEnd(Head head)
    {
        public Head Head { get; set; } = head;
    }
}
