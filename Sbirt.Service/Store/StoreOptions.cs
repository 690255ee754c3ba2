namespace Sbirt.Service.Store;

/// <summary>Which database keeps the resources.</summary>
internal enum StoreProvider
{
    /// <summary>One file in the data folder; the default.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, for several instances.</summary>
    Postgres,
}

/// <summary>Where the store lives.</summary>
/// <param name="Connection">Connection string of the provider.</param>
internal sealed record StoreOptions(StoreProvider Provider, string Connection)
{
    /// <summary>The settings as written: provider, connection (null: <c>sbirt.db</c> in the data folder).</summary>
    public static StoreOptions From(string provider, string? connection, string dataFolder) => provider switch
    {
        "postgres" when !string.IsNullOrWhiteSpace(connection) => new(StoreProvider.Postgres, connection),
        "sqlite" => new(StoreProvider.Sqlite, string.IsNullOrWhiteSpace(connection) ? FileIn(dataFolder) : connection),
        _ => throw new ArgumentException("The store is sqlite, or postgres with a connection string.", nameof(provider)),
    };

    /// <summary>The connection may hold a password, so it is never printed.</summary>
    public override string ToString() => $"{nameof(StoreOptions)} {{ Provider = {Provider} }}";

    private static string FileIn(string dataFolder) => $"Data Source={Path.Combine(dataFolder, "sbirt.db")}";
}
