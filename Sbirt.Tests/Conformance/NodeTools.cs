using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Conformance;

/// <summary>Runs the programs of other people (npm) in Conformance/node; says what is missing where it cannot.</summary>
internal static class NodeTools
{
    public static readonly string Folder = Repository.PathOf("Sbirt.Tests", "Conformance", "node");
    private static readonly Lock Installing = new();

    /// <summary>Runs a script with a file of cases and gives back what it wrote.</summary>
    public static JsonArray Run(string script, JsonArray cases, params string[] arguments)
    {
        Install();
        var work = Directory.CreateTempSubdirectory("sbirt-conformance");
        try
        {
            var input = Path.Combine(work.FullName, "cases.json");
            var output = Path.Combine(work.FullName, "results.json");
            File.WriteAllText(input, cases.ToJsonString());
            var (exit, said) = Start("node", [script, .. arguments, input, output]);
            exit.ShouldBe(0, said);
            return JsonNode.Parse(File.ReadAllText(output))!.AsArray();
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    public static decimal? Number(JsonNode? node) => node?.GetValue<JsonElement>() is { ValueKind: JsonValueKind.Number } number
        ? number.GetDecimal()
        : null;

    /// <summary>The browser; skips the test when Debian's chromium is not installed.</summary>
    public static string Chromium()
    {
        const string Path = "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(Path), "chromium (Debian package chromium) is not installed.");
        return Path;
    }

    /// <summary>Brings the pinned packages in where they are missing or older than the lock file; skips the test where that cannot be.</summary>
    public static void Install()
    {
        lock (Installing)
        {
            Assert.SkipUnless(Exists("node"), "node (Debian package nodejs, 20 or later) is not installed.");
            if (File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                return;
            }

            Assert.SkipUnless(Exists("npm"), "npm (Debian package npm) is not installed.");
            var (exit, _) = Start("npm", ["ci", "--silent"]);
            Assert.SkipUnless(
                exit == 0, "npm ci in Sbirt.Tests/Conformance/node did not succeed: lforms, fhirpath and playwright-core are missing.");
        }
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static (int Exit, string Said) Start(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} did not end within 5 minutes.");
        }

        return (process.ExitCode, errors.Result + output.Result);
    }
}
