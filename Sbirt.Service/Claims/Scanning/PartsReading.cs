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
            () =>
            {
                var reading = new PartReading(options.WorkFolder, hash, codes, progress);
                int number;
                while ((number = Interlocked.Increment(ref next)) < parts.Length)
                {
                    cancellation.ThrowIfCancellationRequested();
                    results[number] = Known(parts[number], options, progress) ?? reading.Read(parts[number], cancellation);
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
