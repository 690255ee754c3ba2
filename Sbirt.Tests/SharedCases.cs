namespace Sbirt.Tests;

/// <summary>Finds the real inputs that lie beside the repository; tests that need them skip when they are absent.</summary>
internal static class SharedCases
{
    /// <summary>The full path of a file or folder among the cases, or null when it is not there.</summary>
    public static string? Find(string relative) =>
        Folder() is { } folder && Path.Exists(Path.Combine(folder, relative)) ? Path.Combine(folder, relative) : null;

    private static string? Folder()
    {
        var given = Environment.GetEnvironmentVariable("SBIRT_CASES");
        if (!string.IsNullOrEmpty(given))
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sbirt.sln")))
            {
                return folder.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared", "cases");
            }
        }

        return null;
    }
}
