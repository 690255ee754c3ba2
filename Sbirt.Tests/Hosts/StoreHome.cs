using System.Data.Common;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Audit;

namespace Sbirt.Tests.Hosts;

/// <summary>A place where a store lives for one test; opened, closed and opened again, and removed at the end.</summary>
internal sealed class StoreHome : IAsyncDisposable
{
    public static readonly StoreCaller Clinic = new("clinic", "request-1");

    private readonly List<ResourceStore> opened = [];

    private StoreHome(StoreOptions options, string folder)
    {
        Options = options;
        Folder = folder;
    }

    public StoreOptions Options { get; }

    public string Folder { get; }

    public string DatabaseFile => Path.Combine(Folder, "sbirt.db");

    public AuditKey Key => AuditKey.InFolder(Folder);

    public static async Task<StoreHome> NewAsync(string provider, PostgresCluster cluster)
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-store-").FullName;
        var connection = provider == "postgres" ? await cluster.NewDatabaseAsync() : null;
        return new(StoreOptions.From(provider, connection, folder), folder);
    }

    /// <summary>A home in a folder that the test made.</summary>
    public static StoreHome In(string folder) => new(StoreOptions.From("sqlite", null, folder), folder);

    /// <summary>A home in a database that the test made.</summary>
    public static StoreHome At(string postgresConnection)
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-store-").FullName;
        return new(StoreOptions.From("postgres", postgresConnection, folder), folder);
    }

    public async Task<ResourceStore> OpenAsync(TimeProvider? time = null)
    {
        var store = await ResourceStore.OpenAsync(
            Options, Key, time ?? TimeProvider.System, () => Guid.CreateVersion7().ToString(), CancellationToken.None);
        opened.Add(store);
        return store;
    }

    /// <summary>A connection beside the store, for what an intruder or an accident would do.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = Options.Provider == StoreProvider.Postgres
            ? new NpgsqlConnection(Options.Connection + ";Pooling=false")
            : new SqliteConnection(Options.Connection + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = await ConnectAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
