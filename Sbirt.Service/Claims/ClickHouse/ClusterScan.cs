using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>The insurer's scan of claims that lie in a cluster: the same second pass, with the rows from there. There is a whole result or none.</summary>
internal sealed class ClusterScan(Cluster cluster, ScanOptions options, SignalScan signals, ClaimCodes codes, FactMarks marks, KeyedHash hash, ScanProgress progress)
{
    // A part of files holds about as many claims as a slice.
    private const long BytesOfClaim = 640;

    public static async Task<ScanResult> RunAsync(
        ClusterAddress address, ScanOptions options, SignalScan signals, ClaimCodes codes, FactMarks marks, KeyedHash hash, ScanProgress progress, CancellationToken cancellation)
    {
        using var cluster = Cluster.Open(address, ClusterCredentials.FromEnvironment(), TimeProvider.System, cancellation);
        return await new ClusterScan(cluster, options, signals, codes, marks, hash, progress).RunAsync(cancellation);
    }

    /// <exception cref="ScanFaultException">Not everything that was loaded can be read.</exception>
    public async Task<ScanResult> RunAsync(CancellationToken cancellation)
    {
        var ledger = new ClusterLedger(cluster);
        var loaded = new LoadedTexts(ledger.Parts(cancellation));
        if (loaded.Marks is null)
        {
            throw new ScanFaultException("No claims were loaded into this database: load them with claims load.");
        }

        // What codes are signs of was settled when claims were loaded.
        loaded.Check(marks with { Codes = loaded.Marks.Codes });
        loaded.CheckWhole(ledger.Planned(cancellation));
        ledger.Verify(loaded.Blocks, cancellation);
        var (plan, read) = loaded.AsPart();
        WorkFolder.Open(options, [], signals.Preset, codes, hash);
        progress.Plan(loaded.Blocks.Where(block => block.Table == FactTables.Claims.Name).Sum(block => block.Rows) * FactTables.Claims.RowBytes);
        try
        {
            var rows = new ClusterRows(cluster, loaded, CandidateSql.Of(signals, options.FirstMonth, options.Month), Math.Max(1, options.PartBytes / BytesOfClaim), progress, cancellation);
            return await new Scan(options, signals, codes, hash, progress).FinishAsync(new TextTable([plan], [read]), [read], rows, [], default, cancellation);
        }
        finally
        {
            if (Directory.Exists(options.WorkFolder))
            {
                Directory.Delete(options.WorkFolder, recursive: true);
            }
        }
    }
}
