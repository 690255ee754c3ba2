using System.Collections.Concurrent;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>Assesses whole files on every core: results in file order, complaints on standard error, memory flat.</summary>
internal sealed class SheetWork(SheetAssessment assessment, int maxDocumentBytes)
{
    private const string StandardInput = "-";

    // Result buffers are large: made anew for each batch they would keep the collector busy.
    private readonly ConcurrentBag<SheetResults> spare = [];

    /// <summary>Returns how many sheets were refused.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        await using var output = Console.OpenStandardOutput();
        await using var complaints = Console.OpenStandardError();
        using var progress = SheetProgress.Over(files.Where(file => file != StandardInput));
        var refused = 0;
        foreach (var file in files)
        {
            await using var stream = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
            var lines = file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
            await InOrder.RunAsync(
                new SheetFile(stream, lines, maxDocumentBytes).Batches(),
                batch => Assess(file, batch),
                done =>
                {
                    output.Write(done.Results.Output.WrittenSpan);
                    complaints.Write(done.Results.Complaints.WrittenSpan);
                    refused += done.Results.Refused;
                    progress.Reached(done.BytesRead, done.Results.Scored + done.Results.Refused);
                    done.Results.Clear();
                    spare.Add(done.Results);
                },
                cancellation);
            progress.FileDone();
        }

        return refused;
    }

    private (SheetResults Results, long BytesRead) Assess(string file, SheetBatch batch)
    {
        using (batch)
        {
            var results = spare.TryTake(out var used) ? used : new SheetResults();
            foreach (var slice in batch.Slices)
            {
                var place = new SheetPlace(file, slice.Line, null);
                if (slice.TooLong)
                {
                    assessment.TooLong(place, results);
                    continue;
                }

                assessment.Assess(place, batch.Bytes(slice), results);
            }

            return (results, batch.BytesRead);
        }
    }
}
