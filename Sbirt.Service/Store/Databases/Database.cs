using System.Data.Common;
using Dapper;

namespace Sbirt.Service.Store.Databases;

/// <summary>
/// A database the store can live in: opens connections, lets one writer in at a time, and turns what its driver
/// throws into <see cref="StoreUnavailableException"/>. Everything else is the same SQL on both.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>How long a writer of another process is waited for.</summary>
    protected const int BusyMs = 5_000;

    private const int QueueMs = 10_000;

    private readonly SemaphoreSlim writer = new(1, 1);

    /// <summary>The part of a migration's file name that says it is for this database only.</summary>
    public abstract string Dialect { get; }

    /// <summary>The column type that keeps bytes; migrations write <c>{bytes}</c>.</summary>
    public abstract string BytesType { get; }

    /// <summary>Counts the table in which the applied migrations are noted: 0 or 1.</summary>
    public abstract string HasNotesSql { get; }

    public static Database Of(StoreOptions options) => options.Provider switch
    {
        StoreProvider.Postgres => new PostgresDatabase(options.Connection),
        _ => new SqliteDatabase(options.Connection),
    };

    /// <summary>Looks at the database before anything is served from it.</summary>
    /// <exception cref="StoreRefusedException">It must not be served from.</exception>
    public abstract Task CheckBeforeServingAsync(CancellationToken cancellation);

    /// <summary>Runs reads on a connection of their own, beside the writer.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        DbConnection? connection = null;
        try
        {
            connection = await TakeAsync(cancellation);
            var result = await work(connection);
            await GiveBackAsync(connection);
            connection = null;
            return result;
        }
        catch (DbException failure) when (WorldFailure(failure) is not null)
        {
            Forget();
            throw WorldFailure(failure)!;
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    /// <summary>Runs work alone in a transaction; when this returns, what it wrote is on the disk.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreTransaction, Task<T>> work, CancellationToken cancellation)
    {
        if (!await writer.WaitAsync(QueueMs, cancellation))
        {
            throw new StoreUnavailableException(StoreFailure.Busy, "queue");
        }

        try
        {
            return await WriteAloneAsync(work, cancellation);
        }
        finally
        {
            writer.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Release();
        writer.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract DbConnection NewConnection();

    protected abstract Task OpenAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>
    /// Begins a transaction that no other process can write beside. Plain SQL: the SQLite driver's own transaction
    /// object throws in its clean-up when a full disk has already rolled it back.
    /// </summary>
    protected abstract string BeginAloneSql { get; }

    /// <summary>Null: the driver complains about our own SQL, which is our error and not the world's.</summary>
    protected abstract StoreUnavailableException? WorldFailure(DbException failure);

    /// <summary>An open connection that nobody else uses.</summary>
    protected virtual async Task<DbConnection> TakeAsync(CancellationToken cancellation)
    {
        var connection = NewConnection();
        try
        {
            await OpenAsync(connection, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes back a connection that did its work and holds no transaction.</summary>
    protected virtual ValueTask GiveBackAsync(DbConnection connection) => connection.DisposeAsync();

    /// <summary>Sees to it that no connection kept for later is used again.</summary>
    protected abstract void Forget();

    /// <summary>Closes what is pooled.</summary>
    protected abstract void Release();

    private async Task<T> WriteAloneAsync<T>(Func<StoreTransaction, Task<T>> work, CancellationToken cancellation)
    {
        DbConnection? connection = null;
        try
        {
            connection = await TakeAsync(cancellation);
            await connection.ExecuteAsync(new CommandDefinition(BeginAloneSql, cancellationToken: cancellation));
            var transaction = new StoreTransaction(connection, cancellation);
            var result = await work(transaction);
            if (!transaction.IsGivenUp)
            {
                await transaction.FinishAsync();
            }

            // A commit under way is not cancelled: its outcome would be unknown.
            await connection.ExecuteAsync(transaction.IsGivenUp ? "ROLLBACK" : "COMMIT");
            await GiveBackAsync(connection);
            connection = null;
            return result;
        }
        catch (DbException failure) when (WorldFailure(failure) is not null)
        {
            throw WorldFailure(failure)!;
        }
        finally
        {
            // Closing ends the transaction whatever state it is in, and after a failed flush the system may have
            // dropped pages, so what this connection sees, or one kept beside it, is not trusted.
            if (connection is not null)
            {
                Forget();
                await CloseAsync(connection);
            }
        }
    }

    private static ValueTask CloseAsync(DbConnection? connection) => connection?.DisposeAsync() ?? ValueTask.CompletedTask;
}
