using Sbirt.FhirAdapter.Claims;

namespace Sbirt.Service.Claims.Files;

/// <summary>
/// Finds the manifests of bulk exports among the files and holds the files beside them against what they name: what is
/// missing is told by name, and what is there is read even where only the manifest was named.
/// </summary>
internal static class ExportManifests
{
    private static readonly string[] Endings = ["", ".gz"];

    /// <summary>The files without the manifests, each with the type its manifest has for it.</summary>
    public static IReadOnlyList<ClaimFile> Apply(List<ClaimFile> files, Action<string, ClaimFileException> refuse)
    {
        var manifests = files.Select(file => (File: file, Manifest: Read(file))).Where(each => each.Manifest is not null).ToList();
        if (manifests.Count == 0)
        {
            return files;
        }

        var all = files.Except(manifests.Select(each => each.File)).ToList();
        foreach (var (file, manifest) in manifests)
        {
            Apply(file, manifest!, all, refuse);
        }

        return [.. all.Select((file, number) => file with { Number = number })];
    }

    private static void Apply(ClaimFile manifest, ExportManifest told, List<ClaimFile> all, Action<string, ClaimFileException> refuse)
    {
        foreach (var output in told.Output)
        {
            var names = Endings.Select(ending => Beside(manifest, output.Name + ending)).ToList();
            var at = all.FindIndex(file => names.Contains(file.Name));
            if (at >= 0)
            {
                all[at] = all[at] with { ResourceType = output.Type };
            }
            else if (manifest.Entry is null && names.Find(File.Exists) is { } path)
            {
                all.Add(new ClaimFile(all.Count, path, path, null, manifest.IsNamed, new FileInfo(path).Length) { ResourceType = output.Type });
            }
            else
            {
                refuse(names[0], new ClaimFileException("manifest-file-missing", $"The manifest {manifest.Name} names this file, and it is not beside it. Claims or persons may be missing; fetch it again from where the export came."));
            }
        }

        if (told.HasErrors)
        {
            refuse(manifest.Name, new ClaimFileException("manifest-errors", "The manifest says that the export could not give everything (error). Look at the files it names there, and export again."));
        }

        if (told.HasDeletions)
        {
            refuse(manifest.Name, new ClaimFileException("manifest-deletions", "The manifest tells of deleted resources, and a scan knows no earlier export they could be taken out of. Give a whole export."));
        }
    }

    private static string Beside(ClaimFile manifest, string name) => manifest.Entry is { } entry
        ? $"{manifest.Path}!{entry[..(entry.LastIndexOf('/') + 1)]}{name}"
        : Path.Combine(Path.GetDirectoryName(manifest.Path) ?? "", name);

    private static ExportManifest? Read(ClaimFile file)
    {
        if (file.Bytes is 0 or > ExportManifest.MostBytes)
        {
            return null;
        }

        try
        {
            using var stream = file.Open();
            var first = stream.ReadByte();
            if (first != '{')
            {
                return null;
            }

            using var text = new MemoryStream();
            text.WriteByte((byte)first);
            stream.CopyTo(text);
            return ExportManifest.Of(text.ToArray());
        }
        catch (Exception fault) when (fault is ClaimFileException or IOException or UnauthorizedAccessException)
        {
            // Told when the file is read as claims.
            return null;
        }
    }
}
