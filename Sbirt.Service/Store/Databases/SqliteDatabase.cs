using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Sbirt.Service.Store.Databases;

/// <summary>One SQLite file: write-ahead log, every commit flushed, writers admitted by BEGIN IMMEDIATE.</summary>
internal sealed class SqliteDatabase : Database
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const int MostKept = 16;

    // Opened and set up once; the driver's own pool would have each use set it up again.
    private readonly ConcurrentBag<DbConnection> kept = [];
    private int generation;
    private readonly string connectionString;
    private readonly string file;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(string connectionString)
    {
        // The driver retries a busy database by itself in steps of 150 ms; SQLite's own waiting is finer, so that is used.
        var builder = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 1, Pooling = false };
        this.connectionString = builder.ToString();
        file = builder.DataSource;
    }

    public override string Dialect => "sqlite";

    public override string BytesType => "BLOB";

    public override string HasNotesSql => "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_migration'";

    public override async Task CheckBeforeServingAsync(CancellationToken cancellation)
    {
        CreateFile();
        WriteAheadLog.RefuseWhenCutShort(file);
        var faults = await ReadAsync(connection => FaultsAsync(connection, cancellation), cancellation);
        if (faults.Count > 0)
        {
            throw new StoreRefusedException(
                $"The database file is damaged ({faults.Count} faults found), so nothing is served from it. "
                + "Put the last backup in its place, and keep the damaged file for recovery.");
        }
    }

    protected override string BeginAloneSql => "BEGIN IMMEDIATE";

    protected override DbConnection NewConnection() => new KeptConnection(connectionString, Volatile.Read(ref generation));

    protected override async Task OpenAsync(DbConnection connection, CancellationToken cancellation)
    {
        await connection.OpenAsync(cancellation);
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {BusyMs}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        await connection.ExecuteAsync(new CommandDefinition(settings, cancellationToken: cancellation));
    }

    protected override StoreUnavailableException? WorldFailure(DbException failure)
    {
        var sqlite = (SqliteException)failure;
        StoreFailure? kind = sqlite.SqliteErrorCode switch
        {
            Full => StoreFailure.DiskFull,
            ReadOnly => StoreFailure.ReadOnly,
            Busy or Locked => StoreFailure.Busy,
            InputOutput => StoreFailure.InputOutput,
            Corrupt or NotADatabase => StoreFailure.Damaged,
            CannotOpen => StoreFailure.LostConnection,
            _ => null,
        };
        return kind is null
            ? null
            : new(kind.Value, sqlite.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture));
    }

    protected override async Task<DbConnection> TakeAsync(CancellationToken cancellation) =>
        kept.TryTake(out var connection) ? connection : await base.TakeAsync(cancellation);

    protected override ValueTask GiveBackAsync(DbConnection connection)
    {
        if (kept.Count >= MostKept || ((KeptConnection)connection).Generation != Volatile.Read(ref generation))
        {
            return connection.DisposeAsync();
        }

        kept.Add(connection);
        return ValueTask.CompletedTask;
    }

    // Those in use are of an older generation from now on, and closed when they come back.
    protected override void Forget()
    {
        Interlocked.Increment(ref generation);
        while (kept.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    protected override void Release() => Forget();

    private void CreateFile()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (File.Exists(file))
        {
            return;
        }

        // The log and index beside it take over these permissions.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(DbConnection connection, CancellationToken cancellation)
    {
        var mode = await connection.ExecuteScalarAsync<string>(
            new CommandDefinition("PRAGMA journal_mode = WAL", cancellationToken: cancellation));
        if (mode != "wal")
        {
            throw new StoreRefusedException(
                "The folder of the database cannot hold a write-ahead log. Choose a folder on a local disk.");
        }

        // quick_check would not see that an index disagrees with its table, and identity rests on an index.
        var structure = await connection.QueryAsync<string>(
            new CommandDefinition("PRAGMA integrity_check", cancellationToken: cancellation));
        var orphans = await connection.QueryAsync<string>(
            new CommandDefinition("PRAGMA foreign_key_check", cancellationToken: cancellation));
        return [.. structure.Where(line => line != "ok"), .. orphans];
    }
}
