using Dapper;
using Microsoft.Data.Sqlite;

namespace Sbirt.Tests.Hosts;

/// <summary>Another program that has the store's file to itself: until it is disposed, no write of the service ends well.</summary>
internal sealed class HeldStore : IAsyncDisposable
{
    private readonly SqliteConnection holder;

    private HeldStore(SqliteConnection holder) => this.holder = holder;

    public static async Task<HeldStore> OfAsync(SbirtServer server)
    {
        var holder = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "sbirt.db")};Pooling=false");
        await holder.OpenAsync();
        await holder.ExecuteAsync("BEGIN IMMEDIATE");
        return new HeldStore(holder);
    }

    public ValueTask DisposeAsync() => holder.DisposeAsync();
}
