using System.Collections.Immutable;
using Sbirt.Service.Findings;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>What is scanned, and for what.</summary>
/// <param name="Month">The last month looked at, yyyymm.</param>
/// <param name="Months">How many months up to it findings are told for; older facts are used where a rule looks back.</param>
/// <param name="Preset">Name of the preset, or of the user's own file.</param>
/// <param name="Out">The folder the result is written to.</param>
/// <param name="Resumes">True: goes on with what an earlier, stopped scan of the same input has done.</param>
/// <param name="Threads">How many parts are read side by side.</param>
internal sealed record ScanOptions(
    ImmutableArray<string> Paths, int Month, int Months, string Preset, string Out, bool Resumes, int Threads)
{
    /// <summary>Files larger than two of these are cut at billing heads.</summary>
    public long PartBytes { get; init; } = ScanPlan.PartBytes;

    /// <summary>What was decided about findings before; null: nothing.</summary>
    public FindingHistory? History { get; init; }

    /// <summary>The first month findings are told for, yyyymm.</summary>
    public int FirstMonth => new DateOnly(Month / 100, Month % 100, 1).AddMonths(1 - Months) is var first ? (first.Year * 100) + first.Month : 0;

    public string WorkFolder => Path.Combine(Out, "work");
}
