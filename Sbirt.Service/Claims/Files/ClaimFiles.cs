using System.IO.Compression;

namespace Sbirt.Service.Claims.Files;

/// <summary>What the user named, as a list of texts: files, folders with all below them, and zips entry by entry.</summary>
internal static class ClaimFiles
{
    private const int MostEntries = 10_000;
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>The texts in one order, whatever order the disk gives them in.</summary>
    /// <param name="refuse">Takes what cannot be used: the name and why.</param>
    public static IReadOnlyList<ClaimFile> In(IEnumerable<string> paths, Action<string, ClaimFileException> refuse, CancellationToken cancellation)
    {
        var files = new List<ClaimFile>();
        foreach (var path in paths)
        {
            var isNamed = File.Exists(path);
            foreach (var file in FilesAt(path, refuse))
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    if (IsZip(file))
                    {
                        AddEntries(file, isNamed, files);
                    }
                    else
                    {
                        files.Add(new ClaimFile(files.Count, file, file, null, isNamed, new FileInfo(file).Length));
                    }
                }
                catch (ClaimFileException fault)
                {
                    refuse(file, fault);
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    refuse(file, ClaimFileException.NotReadable());
                }
            }
        }

        return files;
    }

    private static IEnumerable<string> FilesAt(string path, Action<string, ClaimFileException> refuse)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        }

        if (File.Exists(path))
        {
            return [path];
        }

        refuse(path, new ClaimFileException("not-found", "There is no such file or folder. Check the spelling of the path."));
        return [];
    }

    private static bool IsZip(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[4];
        return RandomAccess.Read(file, head, 0) == head.Length
            && (head.SequenceEqual("PK\x03\x04"u8) || head.SequenceEqual("PK\x05\x06"u8));
    }

    private static void AddEntries(string path, bool isNamed, List<ClaimFile> files)
    {
        using var archive = OpenZip(path);
        if (archive.Entries.Count > MostEntries)
        {
            throw new ClaimFileException("zip-too-many-entries", $"The zip holds more than {MostEntries} entries. Split it.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<ClaimFile>();
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            Check(entry, names);
            found.Add(new ClaimFile(files.Count + found.Count, $"{path}!{entry.FullName}", path, entry.FullName, isNamed, entry.Length));
        }

        files.AddRange(found);
    }

    private static ZipArchive OpenZip(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw new ClaimFileException("zip-not-whole", "The zip is damaged or cut short, so none of it is used. Copy it again from where it came.");
        }
    }

    private static void Check(ZipArchiveEntry entry, HashSet<string> names)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            throw new ClaimFileException("zip-entry-outside", "An entry of the zip names a place outside of it, so none of the zip is used. Ask the sender for a plain zip.");
        }

        if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink)
        {
            throw new ClaimFileException("zip-entry-link", "An entry of the zip is a link to somewhere else, so none of the zip is used. Ask the sender for a plain zip.");
        }

        if (!names.Add(name))
        {
            throw new ClaimFileException("zip-entry-twice", "Two entries of the zip have the same name, so none of the zip is used. Ask the sender for a plain zip.");
        }

        if (entry.Length > Math.Max(1, entry.CompressedLength) * UnfoldingLimit.MostTimes && entry.Length > 64L * 1024 * 1024)
        {
            throw UnfoldingLimit.TooLarge();
        }

        using var stream = entry.Open();
        Span<byte> head = stackalloc byte[4];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head[..read].StartsWith("PK\x03\x04"u8) || head[..read].StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new ClaimFileException("archive-in-archive", "The zip holds another archive, so none of it is used. Unpack the outer zip first.");
        }
    }
}
