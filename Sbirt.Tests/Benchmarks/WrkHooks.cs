using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;

namespace Sbirt.Tests.Benchmarks;

/// <summary>Hook calls sent by wrk, each about a patient of its own and, where tokens are asked for, with a token of its own.</summary>
internal static partial class WrkHooks
{
    public const string Path = "/cds-services/sbirt-screening";

    private const string Patient = "PATIENTID";

    internal sealed record Measured(double PerSecond, double P99Ms, int Calls);

    /// <summary>Writes the calls and the script that sends them.</summary>
    /// <param name="tokens">File with a token a line, each used once; null: calls without tokens.</param>
    public static string Script(string work, int patients, string? tokens = null)
    {
        for (var n = 0; n < patients; n++)
        {
            File.WriteAllText(System.IO.Path.Combine(work, $"body{n}.json"), HookCalls.One(n, DateOnly.FromDateTime(DateTime.Now), Patient));
        }

        var script = System.IO.Path.Combine(work, tokens is null ? "load.lua" : "load-tokens.lua");
        File.WriteAllText(script, string.Create(CultureInfo.InvariantCulture, $$"""
            -- Every call is about a patient of its own, as in a clinic; the bodies are cut at the id once and joined again.
            local pieces, tokens, n, start = {}, {}, 0, os.time()
            for i = 0, {{patients - 1}} do
              local file = io.open("{{work}}/body" .. i .. ".json", "rb")
              local body = string.gsub(file:read("*a"), "{{HookCalls.Instance}}", "{{Patient}}")
              file:close()
              pieces[i] = {}
              for piece in string.gmatch(body .. "{{Patient}}", "(.-){{Patient}}") do
                table.insert(pieces[i], piece)
              end
            end
            {{(tokens is null ? "" : $"for token in io.lines(\"{tokens}\") do table.insert(tokens, token) end")}}
            request = function()
              n = n + 1
              local body = table.concat(pieces[n % {{patients}}], "p" .. start .. "." .. n)
              local headers = {["Content-Type"] = "application/json"}
              {{(tokens is null ? "" : "headers[\"Authorization\"] = \"Bearer \" .. tokens[n]")}}
              return wrk.format("POST", "{{Path}}", headers, body)
            end
            """));
        return script;
    }

    /// <summary>Sixteen connections for some seconds; every answer must be good.</summary>
    /// <param name="cores">Cores wrk runs on; null: any.</param>
    public static async Task<Measured> LoadAsync(string script, Uri address, int seconds = 5, string? cores = null)
    {
        string[] wrk = ["wrk", "-t1", "-c16", $"-d{seconds}s", "--latency", "-s", script, address.ToString()];
        string[] command = cores is null ? wrk : ["taskset", "-c", cores, .. wrk];
        using var load = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var said = await load.StandardOutput.ReadToEndAsync();
        said.ShouldContain("Requests/sec");
        said.ShouldNotContain("Non-2xx");
        said.ShouldNotContain("Socket errors");
        var p99 = Percentile().Match(said);
        var scale = p99.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
        return new(Number(PerSecond().Match(said).Groups["number"].Value), Number(p99.Groups["number"].Value) * scale, int.Parse(Calls().Match(said).Groups["number"].Value, CultureInfo.InvariantCulture));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"(?<number>\d+) requests in", RegexOptions.CultureInvariant)]
    private static partial Regex Calls();

    [GeneratedRegex(@"99%\s+(?<number>[\d.]+)(?<unit>us|ms|s)", RegexOptions.CultureInvariant)]
    private static partial Regex Percentile();
}
