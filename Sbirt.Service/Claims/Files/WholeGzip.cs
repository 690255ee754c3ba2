using System.IO.Compression;
using System.Security.Cryptography;

namespace Sbirt.Service.Claims.Files;

/// <summary>
/// A gzip that is read whole or not at all. The framework's reader ends without a word where a gzip is cut short or where
/// something else follows it; so a small gzip of our own is put behind, and only when its text comes out at the end was
/// everything before it read.
/// </summary>
internal sealed class WholeGzip : ReadingStream
{
    private const int SealBytes = 32;

    private readonly Stream file;
    private readonly byte[] seal;
    private readonly byte[] held = new byte[SealBytes];
    private byte[] block = [];
    private int heldLength;

    public WholeGzip(Stream file)
        : this(file, RandomNumberGenerator.GetBytes(SealBytes))
    {
    }

    private WholeGzip(Stream file, byte[] seal)
        : base(new GZipStream(new Behind(file, Packed(seal)), CompressionMode.Decompress)) => (this.file, this.seal) = (file, seal);

    public override long? PackedPosition => file.Position;

    public override int Read(Span<byte> buffer)
    {
        if (block.Length < buffer.Length + SealBytes)
        {
            block = new byte[buffer.Length + SealBytes];
        }

        // The last bytes are held back until more come: they may be the seal.
        while (buffer.Length > 0)
        {
            held.AsSpan(0, heldLength).CopyTo(block);
            var read = ReadInner(block.AsSpan(heldLength, buffer.Length));
            if (read == 0)
            {
                return heldLength == SealBytes && held.AsSpan().SequenceEqual(seal) ? 0 : throw Broken();
            }

            var have = heldLength + read;
            var given = Math.Max(0, have - SealBytes);
            block.AsSpan(0, given).CopyTo(buffer);
            heldLength = have - given;
            block.AsSpan(given, heldLength).CopyTo(held);
            if (given > 0)
            {
                return given;
            }
        }

        return 0;
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return Inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    private static ClaimFileException Broken() => new(
        "gzip-not-whole",
        "The gzip is cut short, damaged, or has something behind it, so none of it is used. Copy it again from where it came.");

    private static byte[] Packed(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(text);
        }

        return packed.ToArray();
    }

    /// <summary>A stream, and some bytes behind its end.</summary>
    private sealed class Behind(Stream first, byte[] last) : ReadingStream(first)
    {
        private int given;

        public override int Read(Span<byte> buffer)
        {
            if (given == 0 && Inner.Read(buffer) is > 0 and var read)
            {
                return read;
            }

            var size = Math.Min(last.Length - given, buffer.Length);
            last.AsSpan(given, size).CopyTo(buffer);
            given += size;
            return size;
        }
    }
}
