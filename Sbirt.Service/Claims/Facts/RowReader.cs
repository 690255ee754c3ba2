using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Reads one table of a run file a range of buckets at a time; the rows stay on the disk until they are asked for, and of
/// where buckets begin only what the ranges need is kept.
/// </summary>
internal sealed class RowReader<T>
    where T : unmanaged, IFactRow
{
    private const int IndexLength = RowTable<T>.Buckets + 1;

    private readonly SafeFileHandle file;
    private readonly long offset;
    private int[] begins = [];

    /// <param name="offset">Where the table begins in the file.</param>
    /// <param name="counts">Takes the rows of each bucket.</param>
    public RowReader(SafeFileHandle file, long offset, Span<long> counts)
    {
        (this.file, this.offset) = (file, offset);
        Span<int> index = stackalloc int[IndexLength];
        ReadIndex(index);
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            counts[bucket] += index[bucket + 1] - index[bucket];
        }

        End = RowsOffset + ((long)index[^1] * Unsafe.SizeOf<T>());
    }

    /// <summary>Where the table ends in the file.</summary>
    public long End { get; }

    private long RowsOffset => offset + (IndexLength * sizeof(int));

    /// <summary>Takes the ranges it will be asked for.</summary>
    /// <param name="ends">The bucket behind each range; together they are all.</param>
    public void Divide(ReadOnlySpan<int> ends)
    {
        Span<int> index = stackalloc int[IndexLength];
        ReadIndex(index);
        begins = new int[ends.Length + 1];
        for (var range = 0; range < ends.Length; range++)
        {
            begins[range + 1] = index[ends[range]];
        }
    }

    /// <summary>Adds the rows of a range to a list.</summary>
    public void Read(int range, List<T> into)
    {
        var (begin, end) = (begins[range], begins[range + 1]);
        if (begin == end)
        {
            return;
        }

        var before = into.Count;
        CollectionsMarshal.SetCount(into, before + end - begin);
        ReadFully(
            MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(into)[before..]),
            RowsOffset + ((long)begin * Unsafe.SizeOf<T>()));
    }

    private void ReadIndex(Span<int> index) => ReadFully(MemoryMarshal.AsBytes(index), offset);

    private void ReadFully(Span<byte> bytes, long from)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(file, bytes, from);
            if (read == 0)
            {
                throw new InvalidDataException("A file of the work folder is shorter than it says. Remove the work folder and scan again.");
            }

            bytes = bytes[read..];
            from += read;
        }
    }
}
