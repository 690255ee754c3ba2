using System.Globalization;
using System.Text.Json;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// `assess` over NDJSON against Node that parses each line and evaluates the published calculatedExpression with
/// fhirpath.js. The bound is both cores for Sbirt and one for Node, as each program is started; process start is in both.
/// </summary>
public sealed class AssessBenchmark
{
    private const int Rounds = 7;
    private const int Sheets = 100_000;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.AssessBenchmark\"";

    private static readonly string Node = Repository.PathOf("Sbirt.Tests", "Conformance", "node");

    [Fact(Explicit = true)]
    public async Task Assess_is_ten_times_as_fast_as_node_and_its_memory_stays_flat()
    {
        var work = Directory.CreateTempSubdirectory("sbirt-assess-").FullName;
        try
        {
            var (questionnaire, sheets) = (Path.Combine(work, "audit.json"), Path.Combine(work, "sheets.ndjson"));
            await SaveFormAsync(questionnaire);
            var program = await PublishAsync(work);
            AuditResponses.Write(sheets, Sheets);
            var rounds = new List<(TimeSpan Ours, TimeSpan Theirs)>();
            var peak = 0L;
            for (var round = 0; round < Rounds; round++)
            {
                var ours = await AssessAsync(program, work, sheets);
                var theirs = await ChildProgram.RunAsync(
                    Path.Combine(work, "node.txt"), Node, "node", "assess-rival.mjs", questionnaire, sheets, "audit-score-total", Path.Combine(work, "totals.txt"));
                theirs.ExitCode.ShouldBe(0, theirs.Errors);
                if (round == 0)
                {
                    Totals(Path.Combine(work, "assess.ndjson")).ShouldBe(File.ReadLines(Path.Combine(work, "totals.txt")));
                }

                peak = Math.Max(peak, ours.PeakBytes);
                rounds.Add((ours.Took, theirs.Took));
            }

            var large = Path.Combine(work, "large.ndjson");
            AuditResponses.Write(large, Sheets * 10);
            var tenfold = await AssessAsync(program, work, large);
            Write(rounds, peak, tenfold);
            rounds.Select(r => r.Theirs / r.Ours).Order().ElementAt(Rounds / 2).ShouldBeGreaterThanOrEqualTo(10);
            ((double)tenfold.PeakBytes / peak).ShouldBeLessThanOrEqualTo(1.10);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The program as an operator installs it (docs/operations.md).</summary>
    private static async Task<string> PublishAsync(string work)
    {
        var folder = Path.Combine(work, "sbirt");
        var published = await ChildProgram.RunAsync(
            Path.Combine(work, "publish.txt"), Repository.Root, "dotnet", "publish", "Sbirt.Service", "-c", "Release", "-r", "linux-x64", "-o", folder);
        published.ExitCode.ShouldBe(0, published.Errors);
        return Path.Combine(folder, "Sbirt.Service.dll");
    }

    private static async Task SaveFormAsync(string file)
    {
        await using var server = await SbirtServer.StartAsync();
        await File.WriteAllBytesAsync(file, (await server.GetAsync("/fhir/Questionnaire/audit")).Body);
    }

    private static async Task<ChildProgram> AssessAsync(string program, string work, string sheets)
    {
        var ours = await ChildProgram.RunAsync(
            Path.Combine(work, "assess.ndjson"), work, "dotnet", program, "assess", sheets);
        ours.ExitCode.ShouldBe(0, ours.Errors);
        return ours;
    }

    private static IEnumerable<string> Totals(string file) => File.ReadLines(file)
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("score").GetInt32().ToString(CultureInfo.InvariantCulture));

    private static void Write(List<(TimeSpan Ours, TimeSpan Theirs)> rounds, long peak, ChildProgram tenfold)
    {
        var ratios = rounds.Select(r => r.Theirs / r.Ours).Order().ToList();
        var ours = rounds.Select(r => r.Ours).Order().ElementAt(Rounds / 2);
        var theirs = rounds.Select(r => r.Theirs).Order().ElementAt(Rounds / 2);
        Report.Write("assess.md", string.Create(CultureInfo.InvariantCulture, $"""
            # `assess` on files

            {Sheets:N0} AUDIT answer sheets as NDJSON, the same bytes for both; totals compared line by line first. {Rounds} interleaved
            rounds, start of the process included, median. Sbirt, published as in docs/operations.md, validates the R4
            structure, scores all three scales, judges them under two packs and writes a line of JSON; Node parses and evaluates
            the published `calculatedExpression` of one scale, compiled once with fhirpath.js. The ratios count; seconds are those
            of one machine.

            | program | seconds | sheets a second | times faster (lowest–highest round) |
            | --- | ---: | ---: | ---: |
            | node, `JSON.parse` + compiled fhirpath.js | {theirs.TotalSeconds:F1} | {Sheets / theirs.TotalSeconds:N0} | 1 |
            | `assess` | {ours.TotalSeconds:F1} | {Sheets / ours.TotalSeconds:N0} | {ratios[Rounds / 2]:F1} ({ratios[0]:F1}–{ratios[^1]:F1}) |

            | sheets | peak memory of `assess` | ratio |
            | ---: | ---: | ---: |
            | {Sheets:N0} | {peak / 1e6:F0} MB | 1 |
            | {Sheets * 10:N0} | {tenfold.PeakBytes / 1e6:F0} MB | {(double)tenfold.PeakBytes / peak:F2} |

            `{Command}`

            """));
    }
}
