namespace Sbirt.Service.Claims.Files;

/// <summary>One text to be scanned: a file, or an entry of a zip.</summary>
/// <param name="Number">Its place in the order of the scan, from 0.</param>
/// <param name="Name">As the user knows it; an entry of a zip as <c>a.zip!b.UKE</c>.</param>
/// <param name="IsNamed">False: it was found in a folder, where other files may lie beside claims.</param>
/// <param name="Bytes">How many bytes it takes where it lies; of an entry, how many it unfolds to.</param>
internal sealed record ClaimFile(int Number, string Name, string Path, string? Entry, bool IsNamed, long Bytes)
{
    /// <summary>Of a bulk export with a manifest: the type all its lines are said to be of.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The bytes, unpacked. What unpacks to nothing whole fails while it is read.</summary>
    /// <exception cref="ClaimFileException">It is no whole archive, or unfolds beyond the limits.</exception>
    public Stream Open()
    {
        if (Entry is not null)
        {
            return ZipEntryStream.Open(this);
        }

        var stream = new FileStream(Path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        Span<byte> head = stackalloc byte[2];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == head.Length && head is [0x1F, 0x8B]
            ? new UnfoldingLimit(new WholeGzip(stream), Bytes)
            : stream;
    }
}
