using System.Reflection;

namespace Sbirt.Content.ContentFiles;

/// <summary>One file of clinical content: its path for messages, and its text.</summary>
public sealed record ContentFile(string Path, string Text)
{
    /// <summary>
    /// The files shipped inside the program under a folder such as <c>Instruments</c> (empty: all), in name order.
    /// </summary>
    public static IReadOnlyList<ContentFile> Embedded(string folder, string extension = ".yaml")
    {
        var assembly = typeof(ContentFile).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Path: name.Replace('\\', '/')))
            .Where(file => (folder.Length == 0 || file.Path.StartsWith(folder + "/", StringComparison.Ordinal))
                && file.Path.EndsWith(extension, StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new ContentFile(file.Path, ReadText(assembly, file.Resource)))];
    }

    /// <summary>The files of a clinic: those that are not shipped, or not with this text.</summary>
    public static IReadOnlyList<ContentFile> NotShipped(IEnumerable<ContentFile> files)
    {
        var shipped = Embedded("", ".yaml").Concat(Embedded("", ".hbs")).ToHashSet();
        return [.. files.Where(file => !shipped.Contains(file))];
    }

    private static string ReadText(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
