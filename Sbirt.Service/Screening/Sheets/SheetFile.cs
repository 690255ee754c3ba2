using System.Buffers;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>
/// Splits a file of answer sheets into documents without holding the file: NDJSON by lines, or one JSON
/// document (also a Bundle) that may span lines. Spans and a rented buffer, because files of a million
/// sheets must not grow the memory.
/// </summary>
internal sealed class SheetFile(Stream stream, bool alwaysLines, int maxDocumentBytes)
{
    private const int BatchBytes = 256 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(BatchBytes);
    private int filled;
    private long bytesRead;
    private int line = 1;
    private bool ended;

    /// <summary>The documents in file order; blank lines are passed over.</summary>
    public IEnumerable<SheetBatch> Batches()
    {
        Fill();
        return alwaysLines || FirstLineIsWhole() ? Lines() : [Whole()];
    }

    private IEnumerable<SheetBatch> Lines()
    {
        while (filled > 0 || !ended)
        {
            var slices = new List<SheetSlice>();
            var used = SliceLines(slices);
            if (used == 0 && !ended)
            {
                if (filled >= maxDocumentBytes)
                {
                    SkipLine();
                    slices.Add(new SheetSlice(line - 1, 0, 0, TooLong: true));
                    yield return new SheetBatch(ArrayPool<byte>.Shared.Rent(1), slices, bytesRead);
                    continue;
                }

                Grow();
                Fill();
                continue;
            }

            var batch = buffer;
            var rest = filled - used;
            buffer = ArrayPool<byte>.Shared.Rent(Math.Max(BatchBytes, rest));
            batch.AsSpan(used, rest).CopyTo(buffer);
            filled = rest;
            if (slices.Count > 0)
            {
                yield return new SheetBatch(batch, slices, bytesRead);
            }
            else
            {
                ArrayPool<byte>.Shared.Return(batch);
            }

            Fill();
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private SheetBatch Whole()
    {
        while (!ended && filled < maxDocumentBytes)
        {
            Grow();
            Fill();
        }

        var slice = ended
            ? new SheetSlice(1, 0, filled, TooLong: false)
            : new SheetSlice(1, 0, 0, TooLong: true);
        return new SheetBatch(buffer, IsBlank(buffer.AsSpan(0, filled)) ? [] : [slice], bytesRead);
    }

    /// <summary>Adds the complete lines of the buffer; returns the bytes they and their line ends take.</summary>
    private int SliceLines(List<SheetSlice> slices)
    {
        var used = 0;
        while (used < filled)
        {
            var length = buffer.AsSpan(used, filled - used).IndexOf((byte)'\n');
            var last = length < 0;
            if (last && !ended)
            {
                break;
            }

            length = last ? filled - used : length;
            if (!IsBlank(buffer.AsSpan(used, length)))
            {
                slices.Add(new SheetSlice(line, used, length, TooLong: false));
            }

            line++;
            used += last ? length : length + 1;
        }

        return used;
    }

    private void SkipLine()
    {
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf((byte)'\n')) < 0 && !ended)
        {
            filled = 0;
            Fill();
        }

        var used = end < 0 ? filled : end + 1;
        buffer.AsSpan(used, filled - used).CopyTo(buffer);
        filled -= used;
        line++;
    }

    private bool FirstLineIsWhole()
    {
        var text = buffer.AsSpan(0, filled);
        var end = text.IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        var first = text[..end].Trim(" \t\r"u8);
        return first.Length > 1 && first[0] == (byte)'{' && first[^1] == (byte)'}';
    }

    private void Fill()
    {
        while (!ended && filled < buffer.Length)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            ended = read == 0;
            filled += read;
            bytesRead += read;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, maxDocumentBytes + BatchBytes));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t\r\n"u8).IsEmpty;
}
