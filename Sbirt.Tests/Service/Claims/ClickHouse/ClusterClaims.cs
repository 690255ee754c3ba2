using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Claims.Synthesis;

namespace Sbirt.Tests.Service.Claims.ClickHouse;

/// <summary>Made-up claims on the disk, and the program's verbs on them and on a cluster.</summary>
public sealed class ClusterClaims : IDisposable
{
    public const string Month = "2027-03";

    /// <summary>What a scan writes, and which must be the same wherever claims lie.</summary>
    public static readonly string[] Results = ["findings.ndjson", "refused.ndjson", "run.json", "summary.json"];

    private readonly WorkFolder work = new();

    public ClusterClaims()
    {
        MadeUpFolder.Write(Claims, 1_200, 13);
        // One claim a second time in another file, one line that is none, and a file of something else.
        var first = Directory.GetFiles(Claims, "*.UKE", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Copy(first, Path.Combine(Claims, "again.UKE"));
        File.WriteAllBytes(Path.Combine(Claims, "broken.UKE"), [.. File.ReadAllBytes(first)[..^400], .. "\r\nRE,1,9999\r\n"u8]);
    }

    public string Folder => work.Path;

    public string Claims => Path.Combine(work.Path, "claims");

    public string[] Files => [.. Directory.GetFiles(Claims, "*.UKE", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    internal Task<CommandRun> LoadAsync(string address, params string[] paths) => RunAsync(["claims", "load", .. paths.Length == 0 ? [Claims] : paths, "--claims", address]);

    internal Task<CommandRun> ScanAsync(string address, string output, string preset = "kyokai-osaka-20", params string[] more) =>
        RunAsync(["scan", "--claims", address, "--month", Month, "--months", "3", "--signals", preset, "--out", output, .. more]);

    /// <summary>The scan on one machine; its folder.</summary>
    internal async Task<string> EmbeddedAsync(string preset = "kyokai-osaka-20")
    {
        var output = Path.Combine(Folder, "embedded-" + preset);
        if (!Directory.Exists(output))
        {
            await RunAsync(["scan", Claims, "--month", Month, "--months", "3", "--signals", preset, "--out", output]);
        }

        return output;
    }

    internal string[] ResultsIn(string output) => [.. Results.Select(file => File.ReadAllText(Path.Combine(Folder, output, file)))];

    internal Task<CommandRun> RunAsync(string[] arguments, (string Key, string Value)[]? environment = null, string data = "data") =>
        CommandRun.RunAsync(Folder, "dotnet", [ChildProgram.ServiceDll, .. arguments, "--data", data], "", environment ?? ClickHousePair.Environment);

    public void Dispose() => work.Dispose();
}
