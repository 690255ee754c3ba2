using Sbirt.Content;
using Sbirt.Content.ContentFiles;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.Service.Referrals;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Screening;

/// <summary>The shipped content with the clinic's own files of the data folder in their place.</summary>
internal static class ContentInUse
{
    /// <summary>Folder of a clinic's own content inside the data folder, laid out as the shipped one.</summary>
    public const string Folder = "content";

    /// <exception cref="ContentFaultException">A file is wrong; every fault is named.</exception>
    public static ContentLibrary Load(string dataFolder) => ContentLibrary.Load(Own(Path.Combine(dataFolder, Folder)));

    /// <summary>An assessor over that content and the directory in use.</summary>
    public static async Task<Assessor> AssessorForAsync(
        string dataFolder, SbirtSettings settings, DateOnly today, CancellationToken cancellation)
    {
        var content = Load(dataFolder);
        return new Assessor(
            content,
            new QuestionnaireLookup(content.Instruments.Instruments),
            await DirectoryInUse.LoadAsync(content.Referrals, settings.Directory, dataFolder, today, cancellation),
            settings);
    }

    /// <summary>Files one folder down (Instruments/…, Thresholds/…); the directory of places is not one of them.</summary>
    private static IEnumerable<ContentFile> Own(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => path.Contains('/', StringComparison.Ordinal) && (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".hbs", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new ContentFile(path, File.ReadAllText(Path.Combine(folder, path))));
}
