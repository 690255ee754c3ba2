namespace Sbirt.Tests.Benchmarks;

/// <summary>Puts a benchmark's table where it is committed: <c>docs/benchmarks</c>.</summary>
internal static class Report
{
    public static void Write(string file, string markdown)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sbirt.sln")))
            {
                var target = Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "benchmarks"));
                File.WriteAllText(Path.Combine(target.FullName, file), markdown);
                return;
            }
        }
    }
}
