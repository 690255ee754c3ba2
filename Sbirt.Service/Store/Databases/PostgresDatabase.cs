using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;

namespace Sbirt.Service.Store.Databases;

/// <summary>A PostgreSQL database shared by several instances; an advisory lock admits one writer at a time.</summary>
internal sealed class PostgresDatabase(string connectionString) : Database
{
    /// <summary>Any number, the same in every instance.</summary>
    private const long WriterLock = 7_425_000_001;

    // Error detail repeats values of the row, so it stays off whatever the setting says.
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false });

    public override string Dialect => "postgres";

    public override string BytesType => "BYTEA";

    public override string HasNotesSql =>
        "SELECT COUNT(*) FROM pg_tables WHERE tablename = 'schema_migration' AND schemaname = ANY (current_schemas(false))";

    protected override string BeginAloneSql { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"BEGIN; SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = {BusyMs}; SELECT pg_advisory_xact_lock({WriterLock});");

    /// <summary>Pages are guarded by the server's own checksums; here only that it answers and flushes its commits.</summary>
    public override async Task CheckBeforeServingAsync(CancellationToken cancellation)
    {
        var flushes = await ReadAsync(
            connection => connection.ExecuteScalarAsync<string>(
                new CommandDefinition("SHOW fsync", cancellationToken: cancellation)),
            cancellation);
        if (flushes != "on")
        {
            throw new StoreRefusedException(
                "The PostgreSQL server runs with fsync off and would lose acknowledged answers. Set fsync = on.");
        }
    }

    protected override DbConnection NewConnection() => source.CreateConnection();

    protected override Task OpenAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.OpenAsync(cancellation);

    protected override StoreUnavailableException? WorldFailure(DbException failure)
    {
        if (failure is not PostgresException server)
        {
            var kind = failure.InnerException is TimeoutException ? StoreFailure.Busy : StoreFailure.LostConnection;
            return new(kind, "connection");
        }

        return KindOf(server.SqlState) is { } known ? new(known, server.SqlState) : null;
    }

    protected override void Forget() => source.Clear();

    protected override void Release() => source.Dispose();

    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static StoreFailure? KindOf(string state) => state switch
    {
        "53100" => StoreFailure.DiskFull,
        "25006" => StoreFailure.ReadOnly,
        "40001" or "40P01" or "55P03" or "57014" or "53200" or "53300" => StoreFailure.Busy,
        "58030" => StoreFailure.InputOutput,
        "XX001" or "XX002" => StoreFailure.Damaged,
        _ when state.StartsWith("08", StringComparison.Ordinal) => StoreFailure.LostConnection,
        "57P01" or "57P02" or "57P03" or "57P05" or "3D000" or "28000" or "28P01" => StoreFailure.LostConnection,
        _ => null,
    };
}
