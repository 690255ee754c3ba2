using System.Data.Common;
using Dapper;

namespace Sbirt.Service.Store.Databases;

/// <summary>The one write transaction that runs; it is committed by whoever opened it.</summary>
internal sealed class StoreTransaction(DbConnection connection, CancellationToken cancellation)
{
    /// <summary>True: the work found a reason to store nothing.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Everything done in this transaction is rolled back at its end.</summary>
    public void GiveUp() => IsGivenUp = true;

    /// <summary>Rows changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

    /// <summary>The first row, or the default of the type.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? values = null) =>
        connection.QueryFirstOrDefaultAsync<T?>(Command(sql, values));

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values = null) =>
        [.. await connection.QueryAsync<T>(Command(sql, values))];

    private CommandDefinition Command(string sql, object? values) =>
        new(sql, values, cancellationToken: cancellation);
}
