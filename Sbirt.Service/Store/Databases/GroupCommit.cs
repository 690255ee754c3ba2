using System.Threading.Channels;

namespace Sbirt.Service.Store.Databases;

/// <summary>
/// Commits small writes of many callers together: each waits until its own is on the disk, but the disk is asked once for
/// all that came in meanwhile. A write that the database refuses fails alone with its batch and is told so.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostWaiting = 4096;
    private const int MostTogether = 256;

    private readonly Database database;
    private readonly Channel<Entry> waiting = Channel.CreateBounded<Entry>(MostWaiting);
    private readonly Task committing;

    public GroupCommit(Database database)
    {
        this.database = database;
        committing = Task.Run(CommitAsync);
    }

    /// <summary>Returns when the write is on the disk.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of it was kept.</exception>
    public async Task WriteAsync(Func<StoreTransaction, Task> work, CancellationToken cancellation)
    {
        var entry = new Entry(work, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await waiting.Writer.WriteAsync(entry, cancellation);
        await entry.Done.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await committing;
    }

    private async Task CommitAsync()
    {
        var batch = new List<Entry>(MostTogether);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostTogether && waiting.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await CommitAsync(batch);
            batch.Clear();
        }
    }

#pragma warning disable CA1031 // Whatever went wrong is handed to those who wait for it.
    private async Task CommitAsync(List<Entry> batch)
    {
        try
        {
            await database.WriteAsync(
                async transaction =>
                {
                    foreach (var entry in batch)
                    {
                        await entry.Work(transaction);
                    }

                    return true;
                },
                CancellationToken.None);
            batch.ForEach(entry => entry.Done.TrySetResult());
        }
        catch (Exception fault)
        {
            batch.ForEach(entry => entry.Done.TrySetException(fault));
        }
    }
#pragma warning restore CA1031

    private sealed record Entry(Func<StoreTransaction, Task> Work, TaskCompletionSource Done);
}
