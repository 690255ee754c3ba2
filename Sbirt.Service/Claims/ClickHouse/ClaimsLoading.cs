using System.Collections.Immutable;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// Loads claims into a cluster, from any number of machines side by side. A part is read as a scan reads it, its rows are
/// sent, and then it is committed in one row: what was stopped before that row has never been loaded, and the same command
/// loads what is missing.
/// </summary>
internal sealed class ClaimsLoading(Cluster cluster, KeyedHash hash, ClaimCodes codes, FactMarks marks, ScanProgress progress)
{
    private const string NoExports =
        "FHIR bulk exports are not loaded into a cluster: their claims, patients and coverages are joined only when all are read. Scan them on one machine (scan PATH…), and load billing files alone.";

    private readonly ulong load = ClusterSchema.NewNumber();

    /// <exception cref="ScanFaultException">A node does not answer, or what is asked does not go with what is there.</exception>
    public async Task<LoadResult> RunAsync(ImmutableArray<string> paths, int threads, long partBytes, CancellationToken cancellation)
    {
        var refused = new List<(string File, ClaimFileException Fault)>();
        var planned = ScanPlan.Of(ClaimFiles.In(paths, (file, fault) => refused.Add((file, fault)), cancellation), partBytes);
        progress.Plan(planned.Sum(part => part.Texts.Sum(text => text.Bytes)));
        ClusterSchema.Create(cluster, cancellation);
        var ledger = new ClusterLedger(cluster);
        var there = new LoadedTexts(ledger.Parts(cancellation));
        there.Check(marks);
        var parts = planned.Select(part => part with { Texts = [.. part.Texts.Where(text => !there.Holds(text, progress, cancellation))] })
            .Where(part => !part.Texts.IsEmpty).ToImmutableArray();
        ledger.Plan(parts.SelectMany(part => part.Texts).Select(text => ClusterLedger.TextName(text.File.Name, text.From)), cancellation);
        var folder = Directory.CreateTempSubdirectory("sbirt-load-").FullName;
        try
        {
            var results = new PartResult[parts.Length];
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, Math.Clamp(threads, 1, Math.Max(1, parts.Length))).Select(worker => Task.Run(
                () =>
                {
                    var sending = new PartSending(cluster, cluster.Nodes[worker % cluster.Nodes.Length], folder);
                    var reading = new PartReading(folder, hash, codes, progress);
                    int number;
                    while ((number = Interlocked.Increment(ref next)) < parts.Length)
                    {
                        results[number] = reading.Read(parts[number], cancellation);
                        if (results[number].ResourceRuns > 0)
                        {
                            throw new ScanFaultException(NoExports);
                        }

                        var blocks = sending.Send(results[number], cancellation);
                        ledger.Commit(new LoadedPart(ClusterSchema.NewNumber(), load, marks, [.. parts[number].Texts.Select(LoadedTexts.Of)], results[number], blocks), cancellation);
                    }
                },
                cancellation)));
            return new LoadResult(new TextTable(planned, results), [.. results], refused, planned.Sum(part => part.Texts.Length) - parts.Sum(part => part.Texts.Length));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <param name="Unopened">Files that could not even be opened: nothing of them is loaded.</param>
/// <param name="Known">Texts that were loaded before.</param>
internal sealed record LoadResult(TextTable Texts, ImmutableArray<PartResult> Parts, IReadOnlyList<(string File, ClaimFileException Fault)> Unopened, int Known)
{
    public IEnumerable<TextResult> Read => Parts.SelectMany(part => part.Texts);

    /// <summary>Files that should be of claims and could not be used.</summary>
    public int RefusedFiles => Unopened.Count + Read.Count(text => text.Fault is not null && !Texts.IsBeside(text));

    /// <summary>True: every line of every file of claims was read.</summary>
    public bool IsWhole => RefusedFiles == 0 && Parts.All(part => part.Refused.All(line => line.Line == 0));
}
