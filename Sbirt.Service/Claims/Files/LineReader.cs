namespace Sbirt.Service.Claims.Files;

/// <summary>
/// The lines of a text as bytes, each without its end. Lines end with LF or CR LF; a file that knows only CR is taken at its
/// word. Memory is one block, however long the file and whatever stands in it.
/// </summary>
/// <param name="block">Room to read into, which the next reader may use again; null: of its own.</param>
internal sealed class LineReader(Stream stream, byte[]? block = null)
{
    /// <summary>No record of a claim is a tenth as long.</summary>
    public const int MostLineBytes = 64 * 1024;

    /// <summary>Small enough that what was just read is still in the core's own cache when it is looked at.</summary>
    public const int BlockBytes = 256 * 1024;

    private readonly byte[] block = block ?? new byte[BlockBytes];
    private int start;
    private int end;
    private int marked;
    private long blockOffset;
    private byte terminator = (byte)'\n';
    private bool isEnded;

    /// <summary>Of the line read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Of the first byte of the line read last, in the unpacked text.</summary>
    public long Offset { get; private set; }

    /// <summary>The line read last holds a quotation mark, a zero byte or an end mark.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Bytes read so far.</summary>
    public long Position => blockOffset + start;

    /// <summary>The first bytes of the text, before any line is read.</summary>
    public ReadOnlySpan<byte> Head()
    {
        Fill();
        var head = block.AsSpan(0, end);
        if (head.IndexOf((byte)'\n') < 0 && head.Contains((byte)'\r'))
        {
            terminator = (byte)'\r';
        }

        return head;
    }

    /// <summary>The next line; one that is too long comes empty, and then <paramref name="isTooLong"/> is true.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isTooLong)
    {
        isTooLong = false;
        if (!TryFind(out var length))
        {
            line = default;
            return false;
        }

        Line++;
        Offset = Position;
        isTooLong = length > MostLineBytes;
        if (isTooLong)
        {
            Skip();
            line = default;
            return true;
        }

        line = block.AsSpan(start, length);
        IsMarked = marked < start + length && IsMarkedFrom(start, length);
        start += Math.Min(length + 1, end - start);
        line = line is [.., (byte)'\r'] ? line[..^1] : line;
        return true;
    }

    /// <summary>The length of the line that begins here; false at the end of the text.</summary>
    private bool TryFind(out int length)
    {
        length = block.AsSpan(start, end - start).IndexOf(terminator);
        while (length < 0 && !isEnded && end - start <= MostLineBytes)
        {
            Fill();
            length = block.AsSpan(start, end - start).IndexOf(terminator);
        }

        if (length < 0)
        {
            length = end - start;
        }

        return length > 0 || start < end;
    }

    /// <summary>Passes over a line of any length.</summary>
    private void Skip()
    {
        int at;
        while ((at = block.AsSpan(start, end - start).IndexOf(terminator)) < 0 && !isEnded)
        {
            start = end;
            Fill();
        }

        start = at < 0 ? end : start + at + 1;
    }

    // Marks are all but never there, so they are looked for once in the whole block and not line by line.
    private bool IsMarkedFrom(int begin, int length)
    {
        if (marked < begin)
        {
            Mark(begin);
        }

        return marked < begin + length;
    }

    private void Mark(int from)
    {
        var next = block.AsSpan(from, end - from).IndexOfAny((byte)0, (byte)'"', (byte)0x1A);
        marked = next < 0 ? int.MaxValue : from + next;
    }

    /// <summary>Moves what is left to the front and reads on.</summary>
    private void Fill()
    {
        block.AsSpan(start, end - start).CopyTo(block);
        blockOffset += start;
        end -= start;
        start = 0;
        while (end < block.Length && stream.Read(block, end, block.Length - end) is var read)
        {
            if (read == 0)
            {
                isEnded = true;
                break;
            }

            end += read;
        }

        Mark(0);
    }
}
