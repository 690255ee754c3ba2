using System.Collections.Immutable;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Ndjson;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>Between the passes: resources of bulk exports become facts of persons, as one more part of the input.</summary>
internal static class ResourcePass
{
    /// <summary>The parts with what came of it, and what became of all resources. Without a bulk export nothing is done.</summary>
    public static (ImmutableArray<PartResult> Parts, ResourceCounts Counts) Identify(
        ImmutableArray<PartResult> parts, string workFolder, KeyedHash hash, IReadOnlySet<int> broken, CancellationToken cancellation)
    {
        var counts = parts.SelectMany(part => part.Texts).Aggregate(default(ResourceCounts), (sum, text) => sum + text.Resources);
        if (parts.All(part => part.ResourceRuns == 0))
        {
            return (parts, counts);
        }

        var number = parts.Length;
        var facts = new FactRun(run => Path.Combine(workFolder, PartResult.RunName(number, run)));
        var identification = new Identification(hash, facts);
        using var runs = new ResourceRuns(
            parts.SelectMany(part => Enumerable.Range(0, part.ResourceRuns).Select(run => Path.Combine(workFolder, PartResult.ResourceRunName(part.Number, run)))), broken);
        var refused = identification.Identify(runs, cancellation);
        refused.Sort((one, other) => one.File != other.File ? one.File.CompareTo(other.File) : one.Line.CompareTo(other.Line));
        var claims = refused.Where(line => line.TakesClaim).CountBy(line => line.File).ToDictionary();
        return (
            [.. parts.Select(part => Without(part, claims)), new PartResult(number, facts.Finish(), [], [.. refused], default)],
            counts + identification.Counts);
    }

    private static PartResult Without(PartResult part, Dictionary<int, int> claims) => part with
    {
        Texts = [.. part.Texts.Select(text => claims.TryGetValue(text.Number, out var lost) ? text with { Claims = text.Claims - lost, RefusedClaims = text.RefusedClaims + lost } : text)],
    };
}
