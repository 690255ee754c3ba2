using System.Collections.Immutable;
using Sbirt.Content.Findings;

namespace Sbirt.Content.Thresholds;

/// <summary>What a scored sheet means under one pack.</summary>
/// <param name="Findings">The most serious first.</param>
/// <param name="Beside">What the packs shown beside it say, pack by pack, the most serious of each first.</param>
public sealed record Judgement(
    string PackId,
    ImmutableArray<Finding> Findings,
    ImmutableArray<Finding> Beside)
{
    /// <summary>The finding that leads; null when no cut-off exists for the instrument.</summary>
    public Finding? Leading => Findings.FirstOrDefault();

    /// <summary>The brief intervention to offer: the leading finding's, or of the next that brings one.</summary>
    public string? Intervention => Findings.FirstOrDefault(finding => finding.Intervention is not null)?.Intervention;

    /// <summary>True when some finding asks for places to hand over to.</summary>
    public bool HandOver => Findings.Any(finding => finding.HandOver);
}
