using System.Buffers;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>Some consecutive documents of a file in one rented buffer; disposing gives the buffer back.</summary>
internal sealed class SheetBatch(byte[] buffer, IReadOnlyList<SheetSlice> slices, long bytesRead) : IDisposable
{
    /// <summary>Bytes of the file read when this batch was complete, for progress.</summary>
    public long BytesRead { get; } = bytesRead;

    public IReadOnlyList<SheetSlice> Slices { get; } = slices;

    public ReadOnlyMemory<byte> Bytes(SheetSlice slice) => buffer.AsMemory(slice.Start, slice.Length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}

/// <summary>One document of a batch.</summary>
/// <param name="Line">1-based line of the file it begins on.</param>
/// <param name="TooLong">It passed the byte limit and was left out; its bytes are not here.</param>
internal readonly record struct SheetSlice(int Line, int Start, int Length, bool TooLong);
