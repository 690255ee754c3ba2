using System.Globalization;
using Sbirt.Tests.Conformance;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// claims-per-month and bz-overlap over 2 GB of claims: `scan`, `iconv | DuckDB` and pandas, the same files, answers compared
/// first. The bound is both cores, as far as each program uses them.
/// </summary>
public sealed class ScanRivalsBenchmark
{
    private const int Rounds = 3;
    private const long Bytes = 2_000_000_000;
    private const double Million = 1_000_000;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.ScanRivalsBenchmark\"";

    private static readonly string Rivals = Repository.PathOf("Sbirt.Tests", "Benchmarks", "rivals");

    [Fact(Explicit = true)]
    public async Task The_scan_is_three_times_as_fast_as_DuckDB_and_twenty_times_as_pandas()
    {
        NodeTools.Install();
        using var claims = new BenchmarkClaims();
        await claims.PublishAsync();
        var (folder, bytes) = claims.Write("claims", Bytes);
        var codes = claims.CodesFile();
        var (ours, theirs) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add((await claims.ScanAsync(folder, oneCore: false)).Took);
            var duckdb = await RivalAsync(
                claims, $"for f in {folder}/*/*.CSV; do iconv -c -f CP932 -t UTF-8 \"$f\"; done | node {Rivals}/claims-duckdb.mjs {BenchmarkClaims.Month} {codes} {claims.Folder}/rival.txt");
            theirs.Add(duckdb.Took);
        }

        var pandas = await RivalAsync(claims, $"/usr/bin/python3 {Rivals}/claims.py {folder} {BenchmarkClaims.Month} {codes} {claims.Folder}/rival.txt");
        var (scan, sql) = (ours.Order().ElementAt(Rounds / 2), theirs.Order().ElementAt(Rounds / 2));
        var ratios = ours.Zip(theirs, (one, other) => other / one).Order().ToArray();
        string Row(string program, TimeSpan took, string times) => string.Create(
            CultureInfo.InvariantCulture, $"| {program} | {took.TotalSeconds:F1} | {bytes / Million / took.TotalSeconds:F0} | {times} |");
        Report.Write("scan-rivals.md", string.Create(CultureInfo.InvariantCulture, $"""
            # The insurer's scan beside pandas and DuckDB

            Claims per month and benzodiazepine overlap over {bytes / Million:N0} MB of made-up claims in the insurers' form, the same files for
            all; the persons found with value and institutions are compared line by line first. Start of each program included, both cores
            free for each. {Rounds} interleaved rounds of `scan` and DuckDB, median; pandas, which takes minutes, once. `scan` also hashes its
            input, holds every claim against its control record, tells twins apart and writes evidence by file and line; the others do not.
            DuckDB reads no CP932, so `iconv` stands before it. The ratios count; seconds are those of one machine.

            | program | seconds | MB/s | times faster is `scan` (lowest–highest round) |
            | --- | ---: | ---: | ---: |
            {Row("`scan`", scan, "1")}
            {Row("`iconv` and DuckDB (`Sbirt.Tests/Benchmarks/rivals/claims-duckdb.mjs`)", sql, string.Create(CultureInfo.InvariantCulture, $"{ratios[Rounds / 2]:F1} ({ratios[0]:F1}–{ratios[^1]:F1})"))}
            {Row("pandas (`Sbirt.Tests/Benchmarks/rivals/claims.py`)", pandas.Took, string.Create(CultureInfo.InvariantCulture, $"{pandas.Took / scan:F1}"))}

            `{Command}`

            """));
        ratios[Rounds / 2].ShouldBeGreaterThanOrEqualTo(3);
        (pandas.Took / scan).ShouldBeGreaterThanOrEqualTo(20);
    }

    private static async Task<ChildProgram> RivalAsync(BenchmarkClaims claims, string command)
    {
        var run = await ChildProgram.RunAsync(Path.Combine(claims.Folder, "rival-said.txt"), claims.Folder, "bash", "-c", $"set -o pipefail; {command}");
        run.ExitCode.ShouldBe(0, run.Errors);
        File.ReadAllLines(Path.Combine(claims.Folder, "rival.txt")).ShouldBe(claims.Found());
        return run;
    }
}
