using System.Collections.Immutable;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>The first pass: every part is read once, by as many workers as asked for; parts read before a stop are kept.</summary>
internal static class PartsReading
{
    /// <summary>The results in the order of the parts, whichever worker came first.</summary>
    public static async Task<ImmutableArray<PartResult>> ReadAsync(
        ImmutableArray<ScanPart> parts, ScanOptions options, KeyedHash hash, ClaimCodes codes, ScanProgress progress, CancellationToken cancellation)
    {
        var results = new PartResult[parts.Length];
        var next = -1;
        var workers = Enumerable.Range(0, Math.Clamp(options.Threads, 1, Math.Max(1, parts.Length))).Select(_ => Task.Run(
            async () =>
            {
                var reading = new PartReading(options.WorkFolder, hash, codes, progress);
                var saving = Task.CompletedTask;
                try
                {
                    int number;
                    while ((number = Interlocked.Increment(ref next)) < parts.Length)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        if (Known(parts[number], options, progress) is { } known)
                        {
                            results[number] = known;
                            continue;
                        }

                        var result = results[number] = reading.Read(parts[number], cancellation);

                        // The next part is read while the disk takes this one.
                        await saving;
                        saving = Task.Run(() => result.Save(options.WorkFolder), CancellationToken.None);
                    }
                }
                finally
                {
                    // Also after a stop: whoever goes on from here must not meet a part that is still being written.
                    await saving;
                }
            },
            cancellation)).ToList();
        await Task.WhenAll(workers);
        return [.. results];
    }

    private static PartResult? Known(ScanPart part, ScanOptions options, ScanProgress progress)
    {
        if (!options.Resumes || PartResult.Find(options.WorkFolder, part.Number) is not { } known)
        {
            return null;
        }

        progress.Keep(part.Texts.Sum(text => text.Bytes));
        return known;
    }
}
