using System.Threading.Channels;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>Does work on every core and hands over the results in the order of the source, a few ahead at most.</summary>
internal static class InOrder
{
    public static async Task RunAsync<TSource, TResult>(
        IEnumerable<TSource> source,
        Func<TSource, TResult> work,
        Action<TResult> take,
        CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var underWay = Channel.CreateBounded<Task<TResult>>(Environment.ProcessorCount * 2);
        var feeding = Task.Run(() => FeedAsync(source, work, underWay.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var result in underWay.Reader.ReadAllAsync(cancellation))
            {
                take(await result);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await feeding;
    }

    private static async Task FeedAsync<TSource, TResult>(
        IEnumerable<TSource> source,
        Func<TSource, TResult> work,
        ChannelWriter<Task<TResult>> underWay,
        CancellationToken cancellation)
    {
        try
        {
            foreach (var piece in source)
            {
                await underWay.WriteAsync(Task.Run(() => work(piece), cancellation), cancellation);
            }

            underWay.Complete();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            underWay.Complete(fault);
        }
    }
}
