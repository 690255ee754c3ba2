namespace Sbirt.Tests.Benchmarks;

/// <summary>Puts a benchmark's table where it is committed: <c>docs/benchmarks</c>.</summary>
internal static class Report
{
    public static void Write(string file, string markdown)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("docs", "benchmarks"));
        File.WriteAllText(Path.Combine(folder.FullName, file), markdown);
    }
}
