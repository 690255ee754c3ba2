using System.Data.Common;
using Dapper;

namespace Sbirt.Service.Store.Databases;

/// <summary>The one write transaction that runs; it is committed by whoever opened it.</summary>
internal sealed class StoreTransaction(DbConnection connection, CancellationToken cancellation)
{
    private readonly Dictionary<object, object> kept = [];
    private readonly List<Func<Task>> last = [];

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

    /// <summary>What its owner remembers as long as this transaction lasts, made when it is first asked for.</summary>
    public async Task<T> RememberedAsync<T>(object owner, Func<Task<T>> make)
        where T : class
    {
        if (!kept.TryGetValue(owner, out var known))
        {
            kept[owner] = known = await make();
        }

        return (T)known;
    }

    /// <summary>Puts off a step until all the others are done.</summary>
    public void AtLast(Func<Task> step) => last.Add(step);

    /// <summary>Does what was put off; whoever opened the transaction calls this before it commits.</summary>
    public async Task FinishAsync()
    {
        foreach (var step in last)
        {
            await step();
        }
    }

    private CommandDefinition Command(string sql, object? values) =>
        new(sql, values, cancellationToken: cancellation);
}
