using Sbirt.Content.ContentFiles;
using Sbirt.Content.Referrals;

namespace Sbirt.Service.Referrals;

/// <summary>The directory that suggestions come from: the configured file, else the imported one, else the organisations of the sources.</summary>
internal static class DirectoryInUse
{
    /// <summary>Loads it at start.</summary>
    /// <param name="configured">Setting <c>Sbirt:Directory</c>; YAML, CSV or Bundle.</param>
    /// <exception cref="ContentFaultException">It has errors, each with line and fix.</exception>
    public static async Task<PlaceDirectory> LoadAsync(
        ReferralLibrary library,
        string? configured,
        string dataFolder,
        DateOnly today,
        CancellationToken cancellation)
    {
        var path = string.IsNullOrWhiteSpace(configured) ? DirectoryImport.PathIn(dataFolder) : configured;
        if (string.IsNullOrWhiteSpace(configured) && !File.Exists(path))
        {
            return OfSources(library, today);
        }

        var check = PlaceDirectory.Check(library, await DirectoryFile.ReadAsync(library, path, cancellation), today);
        return check.Directory ?? throw check.ToFault(library, path);
    }

    /// <summary>The organisations named in the source documents, contacts unknown.</summary>
    public static PlaceDirectory OfSources(ReferralLibrary library, DateOnly today) => PlaceDirectory.Load(
        library,
        ContentFile.Embedded(ReferralLibrary.Folder).Single(file => file.Path == ReferralLibrary.DefaultDirectory),
        today);
}
