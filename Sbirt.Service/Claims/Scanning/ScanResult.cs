using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>What a scan found, but for the findings themselves, which are written as they come.</summary>
/// <param name="Unopened">Files that could not even be opened.</param>
internal sealed record ScanResult(
    ScanOptions Options,
    SignalPreset Preset,
    TextTable Texts,
    ImmutableArray<PartResult> Parts,
    long Persons,
    long Duplicates,
    ScanTally Tally,
    int Unopened)
{
    /// <summary>True: every line of every file of claims was read, and totals agree.</summary>
    public bool IsWhole =>
        RefusedFiles == 0 && Parts.All(part => part.Refused.All(line => line.Line == 0)) && Read.All(text => text.Unreconciled.IsEmpty);

    /// <summary>Files that should be of claims and could not be used.</summary>
    public long RefusedFiles => Unopened + Read.Count(text => text.Fault is not null && !Texts.IsBeside(text));

    /// <summary>What became of the resources of bulk exports.</summary>
    public ResourceCounts Resources { get; init; }

    /// <summary>What the points of medicines say of days and amounts, over all parts.</summary>
    public ArithmeticCheck Arithmetic => Parts.Aggregate(default(ArithmeticCheck), (sum, part) => sum + part.Arithmetic);

    public IEnumerable<TextResult> Read => Parts.SelectMany(part => part.Texts);
}
