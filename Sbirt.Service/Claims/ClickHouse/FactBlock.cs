using System.Collections.Immutable;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// Rows of one kind on their way into their table. They go in blocks; each try of a block has a number of its own, and only
/// the number of the try that was answered is told on, so a try that arrived without an answer doubles nothing.
/// </summary>
internal sealed class FactBlock<T>(FactTable<T> table)
    where T : unmanaged, IFactRow
{
    private const int MostBytes = 48 * 1024 * 1024;

    private readonly ImmutableArray<LoadedBlock>.Builder sent = ImmutableArray.CreateBuilder<LoadedBlock>();
    private byte[] bytes = new byte[1024 * table.RowBytes];
    private int used;
    private ulong sum;

    public void Add(List<T> rows, Cluster cluster, ClusterNode node, CancellationToken cancellation)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows))
        {
            if (used + table.RowBytes > bytes.Length)
            {
                Array.Resize(ref bytes, 2 * bytes.Length);
            }

            table.Write(bytes.AsSpan(used), row);
            used += table.RowBytes;
            sum = unchecked(sum + table.SumOf(row));
            if (used > MostBytes)
            {
                Send(cluster, node, cancellation);
            }
        }
    }

    /// <summary>Sends what is left; gives all blocks that were answered.</summary>
    public ImmutableArray<LoadedBlock> Finish(Cluster cluster, ClusterNode node, CancellationToken cancellation)
    {
        Send(cluster, node, cancellation);
        return sent.DrainToImmutable();
    }

    private void Send(Cluster cluster, ClusterNode node, CancellationToken cancellation)
    {
        if (used == 0)
        {
            return;
        }

        var block = 0UL;
        node.Insert(
            $"INSERT INTO {cluster.Database}.{table.Name} ({table.Columns}) FORMAT RowBinary",
            () =>
            {
                block = ClusterSchema.NewNumber();
                table.Stamp(bytes.AsSpan(0, used), block);
                return bytes.AsMemory(0, used);
            },
            cancellation);
        sent.Add(new LoadedBlock(table.Name, block, used / table.RowBytes, sum));
        (used, sum) = (0, 0);
    }
}
