using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>What the first pass over files leaves: facts of persons in the work folder, and what became of every text.</summary>
internal sealed class FirstPass : IDisposable
{
    private FirstPass(TextTable texts, ImmutableArray<PartResult> read, FactRuns runs, IReadOnlyCollection<(string File, ClaimFileException Fault)> unopened, ResourceCounts resources) =>
        (Texts, Read, Runs, Unopened, Resources) = (texts, read, runs, unopened, resources);

    public TextTable Texts { get; }

    public ImmutableArray<PartResult> Read { get; }

    public FactRuns Runs { get; }

    /// <summary>Files that could not be opened.</summary>
    public IReadOnlyCollection<(string File, ClaimFileException Fault)> Unopened { get; }

    /// <summary>What became of the resources of bulk exports.</summary>
    public ResourceCounts Resources { get; }

    /// <summary>Reads every file once, or goes on with what an earlier, stopped reading has done.</summary>
    /// <exception cref="ScanFaultException">The work folder is of other input.</exception>
    public static async Task<FirstPass> ReadAsync(
        ScanOptions options, SignalPreset preset, ClaimCodes codes, KeyedHash hash, ScanProgress progress, CancellationToken cancellation)
    {
        var unopened = new List<(string File, ClaimFileException Fault)>();
        var parts = ScanPlan.Of(ClaimFiles.In(options.Paths, (file, fault) => unopened.Add((file, fault)), cancellation), options.PartBytes);
        WorkFolder.Open(options, parts, preset, codes, hash);
        progress.Plan(parts.Sum(part => part.Texts.Sum(text => text.Bytes)));
        var read = await PartsReading.ReadAsync(parts, options, hash, codes, progress, cancellation);
        (read, var resources) = ResourcePass.Identify(read, options.WorkFolder, hash, Broken(read), cancellation);
        var runs = new FactRuns(read.SelectMany(part => Enumerable.Range(0, part.Runs).Select(run => Path.Combine(options.WorkFolder, PartResult.RunName(part.Number, run)))));
        return new FirstPass(new TextTable(parts, read), read, runs, unopened, resources);
    }

    /// <summary>Texts that turned out broken: nothing of theirs is used.</summary>
    public static HashSet<int> Broken(ImmutableArray<PartResult> read) =>
        [.. read.SelectMany(part => part.Texts).Where(text => text.Fault is not null).Select(text => text.Number)];

    public void Dispose() => Runs.Dispose();
}
