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

    private T[] rows = new T[1024];
    private T[] ordered = [];
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
    public void Write(Stream stream)
    {
        var begins = new int[Buckets + 1];
        foreach (ref readonly var row in rows.AsSpan(0, count))
        {
            begins[BucketOf(row.Person.Base) + 1]++;
        }

        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            begins[bucket + 1] += begins[bucket];
        }

        if (ordered.Length < count)
        {
            ordered = new T[rows.Length];
        }

        var next = begins.AsSpan(0, Buckets).ToArray();
        foreach (ref readonly var row in rows.AsSpan(0, count))
        {
            ordered[next[BucketOf(row.Person.Base)]++] = row;
        }

        stream.Write(MemoryMarshal.AsBytes(begins.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(ordered.AsSpan(0, count)));
    }
}
