using System.IO.Compression;

namespace Sbirt.Service.Claims.Files;

/// <summary>One entry of a zip, read where it lies: nothing is unpacked to the disk.</summary>
internal sealed class ZipEntryStream : ReadingStream
{
    private readonly ZipArchive archive;
    private readonly long stated;
    private long read;

    private ZipEntryStream(ZipArchive archive, ZipArchiveEntry entry)
        : base(new UnfoldingLimit(entry.Open(), entry.CompressedLength))
    {
        this.archive = archive;
        stated = entry.Length;
    }

    /// <exception cref="ClaimFileException">The entry is gone, damaged, or itself an archive.</exception>
    public static Stream Open(ClaimFile file)
    {
        var archive = ZipFile.OpenRead(file.Path);
        try
        {
            return new ZipEntryStream(archive, archive.GetEntry(file.Entry!) ?? throw Broken());
        }
        catch (InvalidDataException)
        {
            archive.Dispose();
            throw Broken();
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = Inner.Read(buffer);
            read += count;
            return count > 0 || buffer.Length == 0 || read == stated ? count : throw Broken();
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            archive.Dispose();
        }
    }

    private static ClaimFileException Broken() => new(
        "zip-not-whole",
        "This entry of the zip is damaged, so none of it is used. Copy the zip again from where it came.");
}
