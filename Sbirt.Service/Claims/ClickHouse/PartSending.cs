using System.Collections.Immutable;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>Sends the facts of a part that was read. Each worker has its own.</summary>
internal sealed class PartSending(Cluster cluster, ClusterNode node, string folder)
{
    private readonly List<ClaimRow> claims = [];
    private readonly List<DispensingRow> dispensings = [];
    private readonly List<DiseaseRow> diseases = [];
    private readonly FactBlock<ClaimRow> claimBlock = new(FactTables.Claims);
    private readonly FactBlock<DispensingRow> dispensingBlock = new(FactTables.Dispensings);
    private readonly FactBlock<DiseaseRow> diseaseBlock = new(FactTables.Diseases);

    /// <summary>The blocks its rows went in. Of a text that turned out broken nothing is sent.</summary>
    public ImmutableArray<LoadedBlock> Send(PartResult part, CancellationToken cancellation)
    {
        var broken = part.Texts.Where(text => text.Fault is not null).Select(text => text.Number).ToHashSet();
        var files = Enumerable.Range(0, part.Runs).Select(run => Path.Combine(folder, PartResult.RunName(part.Number, run))).ToList();
        using (var runs = new FactRuns(files))
        {
            for (var range = 0; range < runs.Ranges; range++)
            {
                cancellation.ThrowIfCancellationRequested();
                runs.Read(range, claims, dispensings, diseases);
                claims.RemoveAll(row => broken.Contains(row.File));
                dispensings.RemoveAll(row => broken.Contains(row.File));
                diseases.RemoveAll(row => broken.Contains(row.File));
                claimBlock.Add(claims, cluster, node, cancellation);
                dispensingBlock.Add(dispensings, cluster, node, cancellation);
                diseaseBlock.Add(diseases, cluster, node, cancellation);
            }
        }

        files.ForEach(File.Delete);
        return
        [
            .. claimBlock.Finish(cluster, node, cancellation),
            .. dispensingBlock.Finish(cluster, node, cancellation),
            .. diseaseBlock.Finish(cluster, node, cancellation),
        ];
    }
}
