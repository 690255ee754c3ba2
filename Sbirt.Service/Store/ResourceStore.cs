using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Sbirt.Service.Store.Audit;
using Sbirt.Service.Store.Checks;
using Sbirt.Service.Store.Databases;
using Sbirt.Service.Store.Migrations;
using Sbirt.Service.Store.Writing;

namespace Sbirt.Service.Store;

/// <summary>
/// Keeps FHIR resources of any type, byte for byte, with their history; what it acknowledges is on the disk.
/// Every operation leaves its line in the audit trail, or fails. It reads no FHIR: what a body means, the caller says.
/// </summary>
/// <exception cref="StoreUnavailableException">Any operation: the world failed, nothing was acknowledged (503).</exception>
internal sealed class ResourceStore : IAsyncDisposable
{
    private const string Damaged =
        "The database is damaged or was changed by hand, so nothing is served from it. "
        + "Put the last backup in its place, and keep the damaged one for recovery.";

    private readonly Database database;
    private readonly TimeProvider time;
    private readonly Func<string> newId;
    private readonly StoredReads reads;

    private ResourceStore(Database database, AuditKey key, TimeProvider time, Func<string> newId)
    {
        this.database = database;
        this.time = time;
        this.newId = newId;
        reads = new(database);
        Audit = new(database, key, time);
        Commits = new(database);
        UsedTokens = new(Commits, time);
    }

    /// <summary>The record of what was done; other parts of the program add to it.</summary>
    public AuditTrail Audit { get; }

    /// <summary>The database it lives in, for the tables of other parts of the program.</summary>
    public Database Database => database;

    /// <summary>Small writes of many callers, flushed together.</summary>
    public GroupCommit Commits { get; }

    /// <summary>The tokens that have authenticated a call already.</summary>
    public UsedTokens UsedTokens { get; }

    /// <summary>Checks the database, brings its schema up to date and opens it.</summary>
    /// <param name="newId">Makes the ids of resources created without one.</param>
    /// <exception cref="StoreRefusedException">It is damaged, newer than this program, or not fit to keep answers.</exception>
    public static async Task<ResourceStore> OpenAsync(
        StoreOptions options, AuditKey key, TimeProvider time, Func<string> newId, CancellationToken cancellation)
    {
        var database = Database.Of(options);
        try
        {
            await database.CheckBeforeServingAsync(cancellation);
            var migrations = Migration.For(database.Dialect);
            await new SchemaUpgrade(database, migrations, time).RunAsync(cancellation);
            var store = new ResourceStore(database, key, time, newId);
            if (options.Provider == StoreProvider.Sqlite)
            {
                await store.RefuseWhenDamagedAsync(migrations, cancellation);
            }

            return store;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            await database.DisposeAsync();
            throw new StoreRefusedException(Damaged);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stores one resource.</summary>
    public async Task<WriteOutcome> WriteAsync(StoreCaller caller, Write write, CancellationToken cancellation) =>
        await TransactAsync(caller, [write], cancellation) switch
        {
            TransactionOutcome.Committed committed => committed.Outcomes[0],
            TransactionOutcome.Refused refused => refused.Why,
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Stores all of them or none.</summary>
    public async Task<TransactionOutcome> TransactAsync(
        StoreCaller caller, IReadOnlyList<Write> writes, CancellationToken cancellation)
    {
        var outcome = RepeatedIdentity.IndexIn(writes) is { } second
            ? new TransactionOutcome.Refused(second, new WriteOutcome.Conflict(ConflictKind.TwiceInTransaction, null))
            : await database.WriteAsync(transaction => ApplyAsync(transaction, caller, writes), cancellation);
        if (outcome is TransactionOutcome.Refused refused)
        {
            await Audit.AppendAsync(caller, AuditNotes.OfRefusal(writes[refused.Index], refused.Why), cancellation);
        }

        return outcome;
    }

    /// <summary>A version of a resource, or the current one; null when there is none.</summary>
    public async Task<StoredResource?> ReadAsync(
        StoreCaller caller, string type, string id, long? version, CancellationToken cancellation)
    {
        var found = await reads.OneAsync(caller.Tenant, type, id, version, cancellation);
        await Audit.AppendAsync(caller, AuditNotes.OfReading("read", type, id, found is not null), cancellation);
        return found;
    }

    /// <summary>The versions of a resource, newest first; empty when there is no such resource.</summary>
    public async Task<ImmutableArray<StoredResource>> HistoryAsync(
        StoreCaller caller, string type, string id, int atMost, CancellationToken cancellation)
    {
        var found = await reads.HistoryAsync(caller.Tenant, type, id, atMost, cancellation);
        await Audit.AppendAsync(caller, AuditNotes.OfReading("history", type, id, found.Length > 0), cancellation);
        return found;
    }

    /// <summary>The resource an identifier names; null when there is none.</summary>
    public async Task<StoredResource?> FindAsync(
        StoreCaller caller, string type, BusinessIdentifier identifier, CancellationToken cancellation)
    {
        var found = await reads.NamedAsync(caller.Tenant, type, identifier, cancellation);
        await Audit.AppendAsync(caller, AuditNotes.OfReading("search", type, found?.Id, found is not null), cancellation);
        return found;
    }

    /// <summary>How many resources of a type a tenant has.</summary>
    public Task<long> CountAsync(string tenant, string type, CancellationToken cancellation) =>
        reads.CountAsync(tenant, type, cancellation);

    /// <summary>Keeps what was derived from a version, for instance with newer content.</summary>
    public Task<ResultKept> KeepResultAsync(
        StoreCaller caller, string type, string id, long version, DerivedResult result, CancellationToken cancellation) =>
        database.WriteAsync(
            async transaction =>
            {
                var kept = await new VersionRows(transaction, caller.Tenant, time.GetUtcNow()).KeepAsync(type, id, version, result);
                await Audit.AppendAsync(transaction, caller, AuditNotes.OfResult(type, id, kept));
                return kept;
            },
            cancellation);

    /// <summary>Everything derived from a version, by content version and pack.</summary>
    public async Task<ImmutableArray<DerivedResult>> ResultsAsync(
        StoreCaller caller, string type, string id, long version, CancellationToken cancellation)
    {
        var found = await reads.ResultsAsync(caller.Tenant, type, id, version, cancellation);
        await Audit.AppendAsync(caller, AuditNotes.OfReading("results", type, id, found.Length > 0), cancellation);
        return found;
    }

    /// <summary>What keeps the store from taking a write now; null: it takes one. Asked by readiness.</summary>
    public async Task<StoreFailure?> WhatIsWrongAsync(CancellationToken cancellation)
    {
        try
        {
            await database.WriteAsync(
                transaction => transaction.ExecuteAsync(
                    "INSERT INTO readiness (one, asked) VALUES (1, 1) "
                    + "ON CONFLICT (one) DO UPDATE SET asked = readiness.asked + 1"),
                cancellation);
            return null;
        }
        catch (StoreUnavailableException unavailable)
        {
            return unavailable.Failure;
        }
    }

    /// <summary>How many stored bodies are no longer what was stored; reads them all.</summary>
    public Task<long> CountChangedBodiesAsync(CancellationToken cancellation) =>
        new ContentCheck(database).CountChangedAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await Commits.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>At the start our own statements run on tables they know; if they fail, the tables are not what they were.</summary>
    private static bool IsDamage(Exception failure) =>
        failure is DbException or DataException or InvalidCastException
            or StoreUnavailableException { Failure: StoreFailure.Damaged };

    private async Task<TransactionOutcome> ApplyAsync(
        StoreTransaction transaction, StoreCaller caller, IReadOnlyList<Write> writes)
    {
        var entry = new WriteEntry(transaction, caller.Tenant, time.GetUtcNow(), newId);
        var outcomes = ImmutableArray.CreateBuilder<WriteOutcome>(writes.Count);
        foreach (var write in writes)
        {
            var outcome = await entry.ApplyAsync(write);
            if (!outcome.IsAccepted)
            {
                transaction.GiveUp();
                return new TransactionOutcome.Refused(outcomes.Count, outcome);
            }

            await Audit.AppendAsync(transaction, caller, AuditNotes.OfWrite(write, outcome));
            outcomes.Add(outcome);
        }

        return new TransactionOutcome.Committed(outcomes.MoveToImmutable());
    }

    private async Task RefuseWhenDamagedAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        if (!await SchemaCheck.IsAsMigratedAsync(database, migrations, cancellation)
            || !await ColumnCheck.HoldAsync(database, cancellation))
        {
            throw new StoreRefusedException(Damaged);
        }

        var changed = await CountChangedBodiesAsync(cancellation);
        if (changed > 0)
        {
            throw new StoreRefusedException(
                $"{changed} stored bodies are not what was stored, so nothing is served. Put the last backup in place, "
                + "and keep the damaged file for recovery.");
        }

        var trail = await Audit.CheckAsync(cancellation);
        if (!trail.IsWhole)
        {
            throw new StoreRefusedException(
                $"The audit trail is broken at row {trail.BrokenAt}, or its key was exchanged. "
                + "Keep the file for inquiry, and put the last backup and its keys folder in place.");
        }
    }
}
