using System.Security.Cryptography;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>The bytes of one text: counted, hashed for the record of the run, and told to the progress bar as they pass.</summary>
internal sealed class TextStream : ReadingStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ScanProgress progress;
    private readonly CancellationToken cancellation;
    private long left;
    private long told;

    public TextStream(Stream inner, ScanText text, ScanProgress progress, CancellationToken cancellation)
        : base(inner)
    {
        (this.progress, this.cancellation) = (progress, cancellation);
        left = text.To is { } to ? to - text.From : long.MaxValue;
        if (text.From > 0)
        {
            inner.Position = text.From;
        }
    }

    public long Passed { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = ReadInner(left < buffer.Length ? buffer[..(int)left] : buffer);
        hash.AppendData(buffer[..read]);
        left -= read;
        Passed += read;
        Tell(PackedPosition ?? Passed);
        return read;
    }

    private void Tell(long done)
    {
        progress.Add(done - told);
        told = done;
    }

    // A disk that cannot be read is the file's fault; one that cannot be written is not met here.
    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return Inner.Read(buffer);
        }
        catch (IOException)
        {
            throw ClaimFileException.NotReadable();
        }
    }

    /// <summary>SHA-256 of what has passed, in hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
