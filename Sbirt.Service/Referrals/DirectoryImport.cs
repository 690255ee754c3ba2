using System.Collections.Immutable;
using System.Text;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Referrals;

namespace Sbirt.Service.Referrals;

/// <summary>
/// Takes a checked directory into the data folder: all of it or nothing. The file is written beside the old one, forced
/// to disk and renamed over it, so that a reader sees the one or the other.
/// </summary>
internal sealed class DirectoryImport(ReferralLibrary library, string dataFolder)
{
    /// <summary>Where the imported directory lies within the data folder.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "content", "directory.yaml");

    /// <summary>Checks the rows and, when none has an error, replaces the directory in use.</summary>
    public async Task<DirectoryImportResult> RunAsync(DirectoryReading reading, DateOnly today, CancellationToken cancellation)
    {
        var check = PlaceDirectory.Check(library, reading, today);
        if (check.Directory is not { } directory)
        {
            return new DirectoryImportResult(check, null, []);
        }

        var path = PathIn(dataFolder);
        var changes = DirectoryChange.Between(await BeforeAsync(path, today, cancellation), directory);
        await ReplaceAsync(path, DirectoryYamlText.Write(directory), cancellation);
        return new DirectoryImportResult(check, path, changes);
    }

    // A directory that cannot be read any more is no reason to refuse a good one: every place then counts as added.
    private async Task<PlaceDirectory?> BeforeAsync(string path, DateOnly today, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var file = new ContentFile(path, await File.ReadAllTextAsync(path, cancellation));
        return PlaceDirectory.Check(library, DirectoryYaml.Read(library, file), today).Directory;
    }

    private static async Task ReplaceAsync(string path, string text, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Path.GetRandomFileName()}.new";
        try
        {
            await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
#pragma warning disable CA1849 // FlushAsync hands the bytes to the system; only this reaches the disk.
                stream.Flush(flushToDisk: true);
#pragma warning restore CA1849
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}

/// <summary>What an import found and did.</summary>
/// <param name="Path">The file written; null: nothing was.</param>
internal sealed record DirectoryImportResult(DirectoryCheck Check, string? Path, ImmutableArray<DirectoryChange> Changes);
