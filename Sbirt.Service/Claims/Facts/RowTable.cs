using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Rows of one kind, gathered in memory and written in the order of buckets, so that all rows of one person lie in the same
/// bucket of every run. A bucket is the first bits of the person's hash.
/// </summary>
internal sealed class RowTable<T>
    where T : unmanaged, IFactRow
{
    /// <summary>Enough that a bucket of the largest scan fits into memory many times over.</summary>
    public const int Buckets = 4096;

    private const int BucketShift = 128 - 12;
    private const int WrittenAtOnce = 2048;

    private readonly int[] begins = new int[Buckets + 1];
    private readonly T[] outgoing = new T[WrittenAtOnce];
    private T[] rows = new T[1024];
    private int[] order = [];
    private int count;

    public int Count => count;

    public static int BucketOf(UInt128 person) => (int)(person >> BucketShift);

    public void Clear() => count = 0;

    public void Add(in T row)
    {
        if (count == rows.Length)
        {
            Array.Resize(ref rows, 2 * rows.Length);
        }

        rows[count++] = row;
    }

    /// <summary>Writes where each bucket begins (<see cref="Buckets"/> + 1 numbers), then the rows.</summary>
    // Called a few times and then runs for seconds: compiled once for speed instead of step by step.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(Stream stream)
    {
        Array.Clear(begins);
        foreach (ref readonly var row in rows.AsSpan(0, count))
        {
            begins[BucketOf(row.Base) + 1]++;
        }

        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            begins[bucket + 1] += begins[bucket];
        }

        stream.Write(MemoryMarshal.AsBytes(begins.AsSpan()));
        Order();
        for (var at = 0; at < count; at += WrittenAtOnce)
        {
            var some = Math.Min(WrittenAtOnce, count - at);
            for (var each = 0; each < some; each++)
            {
                outgoing[each] = rows[order[at + each]];
            }

            stream.Write(MemoryMarshal.AsBytes(outgoing.AsSpan(0, some)));
        }
    }

    // The numbers of the rows are put in order and not the rows: no second room for all of them is needed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Order()
    {
        if (order.Length < count)
        {
            order = new int[rows.Length];
        }

        for (var row = 0; row < count; row++)
        {
            order[begins[BucketOf(rows[row].Base)]++] = row;
        }
    }
}
