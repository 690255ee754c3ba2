using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sbirt.Service.Claims.Facts;

/// <summary>Reads buckets of one table of a run file; the rows stay on the disk until they are asked for.</summary>
internal sealed class RowReader<T>
    where T : unmanaged, IFactRow
{
    private readonly SafeFileHandle file;
    private readonly long rowsOffset;
    private readonly int[] begins = new int[RowTable<T>.Buckets + 1];

    /// <param name="offset">Where the table begins in the file.</param>
    public RowReader(SafeFileHandle file, long offset)
    {
        this.file = file;
        ReadFully(MemoryMarshal.AsBytes(begins.AsSpan()), offset);
        rowsOffset = offset + (begins.Length * sizeof(int));
    }

    /// <summary>Where the table ends in the file.</summary>
    public long End => rowsOffset + ((long)begins[^1] * Unsafe.SizeOf<T>());

    public int CountIn(int bucket) => begins[bucket + 1] - begins[bucket];

    /// <summary>Adds the rows of some buckets to a list.</summary>
    public void Read(int fromBucket, int toBucket, List<T> into)
    {
        var (begin, end) = (begins[fromBucket], begins[toBucket]);
        var before = into.Count;
        CollectionsMarshal.SetCount(into, before + end - begin);
        ReadFully(
            MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(into)[before..]),
            rowsOffset + ((long)begin * Unsafe.SizeOf<T>()));
    }

    private void ReadFully(Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw new InvalidDataException("A file of the work folder is shorter than it says. Remove the work folder and scan again.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
