namespace Sbirt.Service.Store;

/// <summary>What the world did to the store.</summary>
internal enum StoreFailure
{
    /// <summary>No space left.</summary>
    DiskFull,

    /// <summary>The database takes no writes.</summary>
    ReadOnly,

    /// <summary>Another writer holds it for too long.</summary>
    Busy,

    /// <summary>The server is gone or cannot be reached.</summary>
    LostConnection,

    /// <summary>Reading, writing or flushing failed.</summary>
    InputOutput,

    /// <summary>The database is damaged.</summary>
    Damaged,
}

/// <summary>
/// The store cannot serve now (503). Nothing was acknowledged; whether the last write is there is unknown only
/// after a lost connection, and sending it again with its identifier is safe. Carries no inner exception,
/// because a driver's message may repeat values.
/// </summary>
internal sealed class StoreUnavailableException(StoreFailure failure, string driverCode)
    : Exception($"The store cannot serve now: {Sentence(failure)} (driver code {driverCode}).")
{
    public StoreFailure Failure { get; } = failure;

    private static string Sentence(StoreFailure failure) => failure switch
    {
        StoreFailure.DiskFull => "the disk is full",
        StoreFailure.ReadOnly => "the database is read-only",
        StoreFailure.Busy => "another writer holds the database",
        StoreFailure.LostConnection => "the connection to the database was lost",
        StoreFailure.Damaged => "the database is damaged",
        _ => "the disk failed",
    };
}
