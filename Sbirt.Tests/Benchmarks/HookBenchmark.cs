using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Hook to card without authentication against Express and Fastify that ask the same questions of the same prefetch with
/// fhirpath.js. Ours also keeps the offer and its audit line on the disk before it answers; theirs keep nothing. The bound
/// is two cores for all, with the load (wrk) on the same machine.
/// </summary>
public sealed partial class HookBenchmark
{
    private const int Rounds = 7;

    // Both runtimes go on compiling what is called most for some ten thousand calls.
    private const int WarmUps = 4;
    private const int Patients = 50;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.HookBenchmark\"";

    private static readonly string Node = Repository.PathOf("Sbirt.Tests", "Conformance", "node");

    [Fact(Explicit = true)]
    public async Task A_card_comes_five_times_as_often_as_from_express_and_faster_than_from_fastify()
    {
        var work = Directory.CreateTempSubdirectory("sbirt-hooks-").FullName;
        try
        {
            var bodies = Enumerable.Range(0, Patients).Select(n => HookCalls.One(n, DateOnly.FromDateTime(DateTime.Now))).ToList();
            var script = WrkHooks.Script(work, Patients);
            await using var service = await ServiceProcess.StartAsync(null, ServiceProcess.AsOperated);
            await File.WriteAllBytesAsync(System.IO.Path.Combine(work, "audit.json"), await service.Client.GetByteArrayAsync(new Uri("/fhir/Questionnaire/audit", UriKind.Relative)));
            using var express = await RivalAsync("express", work, 5711);
            using var fastify = await RivalAsync("fastify", work, 5712);
            var all = new (string Name, Uri Address)[] { ("Sbirt", service.Client.BaseAddress!), ("Express", new Uri("http://127.0.0.1:5711")), ("Fastify", new Uri("http://127.0.0.1:5712")) };
            await CompareAsync(all.Select(one => one.Address), bodies);
            var rounds = new Dictionary<string, List<WrkHooks.Measured>>();
            for (var round = -WarmUps; round < Rounds; round++)
            {
                foreach (var (name, address) in all)
                {
                    var measured = await WrkHooks.LoadAsync(script, address);
                    if (round >= 0)
                    {
                        rounds.TryAdd(name, []);
                        rounds[name].Add(measured);
                    }
                }
            }

            express.Kill(entireProcessTree: true);
            fastify.Kill(entireProcessTree: true);
            Write(rounds, bodies.Average(body => body.Length) / 1024);
            Ratio(rounds, "Express", one => one.PerSecond).ShouldBeGreaterThanOrEqualTo(5);
            Ratio(rounds, "Fastify", one => one.PerSecond).ShouldBeGreaterThanOrEqualTo(1.5);
            Ratio(rounds, "Express", one => one.P99Ms).ShouldBeLessThanOrEqualTo(0.5);
            Ratio(rounds, "Fastify", one => one.P99Ms).ShouldBeLessThanOrEqualTo(0.5);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The median over the rounds of ours divided by theirs.</summary>
    private static double Ratio(Dictionary<string, List<WrkHooks.Measured>> rounds, string rival, Func<WrkHooks.Measured, double> what) =>
        rounds["Sbirt"].Zip(rounds[rival], (ours, theirs) => what(ours) / what(theirs)).Order().ElementAt(Rounds / 2);

    private static double Median(List<WrkHooks.Measured> rounds, Func<WrkHooks.Measured, double> what) => rounds.Select(what).Order().ElementAt(Rounds / 2);

    /// <summary>The same answer from all: the same AUDIT total on a card, or no card.</summary>
    private static async Task CompareAsync(IEnumerable<Uri> addresses, IEnumerable<string> bodies)
    {
        using var client = new HttpClient();
        var cards = 0;
        foreach (var body in bodies)
        {
            var said = new List<string>();
            foreach (var address in addresses)
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await client.PostAsync(new Uri(address, WrkHooks.Path), content);
                var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("cards");
                said.Add(json.GetArrayLength() == 0 ? "" : Total().Match(json[0].GetProperty("summary").GetString()!).Value);
            }

            said.Distinct().Count().ShouldBe(1, string.Join(" / ", said));
            cards += said[0].Length > 0 ? 1 : 0;
        }

        cards.ShouldBeInRange(5, Patients - 5);
    }

    private static async Task<Process> RivalAsync(string framework, string work, int port)
    {
        var rival = Process.Start(new ProcessStartInfo(
            "node", ["hooks-rival.mjs", framework, System.IO.Path.Combine(work, "audit.json"), port.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = Node,
            RedirectStandardOutput = true,
        })!;
        (await rival.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return rival;
    }

    private static void Write(Dictionary<string, List<WrkHooks.Measured>> rounds, double kilobytes)
    {
        var rows = rounds.Select(one => string.Create(CultureInfo.InvariantCulture,
            $"| {one.Key} | {Median(one.Value, m => m.PerSecond):N0} | {(one.Key == "Sbirt" ? 1 : Ratio(rounds, one.Key, m => m.PerSecond)):F1} | {Median(one.Value, m => m.P99Ms):F1} ms | {(one.Key == "Sbirt" ? 1 : Ratio(rounds, one.Key, m => m.P99Ms)):F2} |"));
        Report.Write("hooks.md", string.Create(CultureInfo.InvariantCulture, $"""
            # Hook to card

            `patient-view` without authentication, {kilobytes:F0} KB of prefetch (an AUDIT sheet, 50 observations, 50 conditions, 50 orders), 16 connections
            of wrk on the same two cores, {Rounds} interleaved rounds of 5 s after {WarmUps} that are not counted, medians; the service with the settings of docs/operations.md. Answers were compared first: the same AUDIT total on a card, or
            no card. The rivals parse the body and evaluate three expressions with fhirpath.js compiled once; Sbirt scores and judges the sheet
            under its pack, composes the script, asks the governor, and keeps offer and audit line on the disk before it answers.

            | program | calls a second | Sbirt is … times as fast | p99 | Sbirt's p99 / theirs |
            | --- | ---: | ---: | ---: | ---: |
            {string.Join('\n', rows)}

            `{Command}`

            """));
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}
