using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Evaluation;

/// <summary>The scan's own first pass over files, and then persons one after another as often as asked.</summary>
internal sealed class ClaimHistories : IDisposable
{
    private readonly FactRuns runs;
    private readonly KeyedHash hash;
    private readonly HashSet<int> broken;
    private readonly ScanProgress progress;

    private ClaimHistories(FactRuns runs, KeyedHash hash, HashSet<int> broken, ScanProgress progress, bool isWhole) =>
        (this.runs, this.hash, this.broken, this.progress, IsWhole) = (runs, hash, broken, progress, isWhole);

    /// <summary>True: every line of every file was read, and totals agree.</summary>
    public bool IsWhole { get; }

    public static async Task<ClaimHistories> ReadAsync(ScanOptions options, SignalPreset preset, ClaimCodes codes, KeyedHash hash, ScanProgress progress, CancellationToken cancellation)
    {
        var unopened = 0;
        var parts = ScanPlan.Of(ClaimFiles.In(options.Paths, (_, _) => unopened++, cancellation), options.PartBytes);
        WorkFolder.Open(options, parts, preset, codes, hash);
        progress.Plan(parts.Sum(part => part.Texts.Sum(text => text.Bytes)));
        var read = await PartsReading.ReadAsync(parts, options, hash, codes, progress, cancellation);
        var result = new ScanResult(options, preset, new TextTable(parts, read), read, 0, 0, new ScanTally(preset, options.Month, options.Month), unopened);
        return new ClaimHistories(
            new FactRuns(read.SelectMany(part => Enumerable.Range(0, part.Runs).Select(run => Path.Combine(options.WorkFolder, PartResult.RunName(part.Number, run))))),
            hash,
            [.. read.SelectMany(part => part.Texts).Where(text => text.Fault is not null).Select(text => text.Number)],
            progress,
            result.IsWhole);
    }

    public IEnumerable<PersonHistory> Persons(CancellationToken cancellation) => new PersonPass(runs, hash, broken, progress).Histories((in _) => true, cancellation);

    public void Dispose() => runs.Dispose();
}
