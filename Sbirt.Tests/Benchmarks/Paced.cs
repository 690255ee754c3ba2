using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Calls at a fixed rate, sent when due whether or not earlier ones were answered, each timed from the moment it was due, so
/// that a stall is not hidden.
/// </summary>
internal static class Paced
{
    /// <summary>Latencies in milliseconds, sorted.</summary>
    /// <param name="call">One call; it gets its number.</param>
    public static async Task<double[]> RunAsync(int perSecond, int seconds, Func<int, Task> call)
    {
        var latencies = new ConcurrentBag<double>();
        var running = new List<Task>();
        var begin = Stopwatch.GetTimestamp();
        for (var n = 0; n < perSecond * seconds; n++)
        {
            var due = begin + (long)(Stopwatch.Frequency * (n / (double)perSecond));
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait);
            }

            running.Add(OneAsync(n, due));
        }

        await Task.WhenAll(running);
        return [.. latencies.Order()];

        async Task OneAsync(int number, long due)
        {
            await call(number);
            latencies.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
        }
    }

    public static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
