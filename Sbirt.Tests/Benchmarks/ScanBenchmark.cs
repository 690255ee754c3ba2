using System.Globalization;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// The whole scan, both passes and its start, of 0.2, 1 and 4 GB on one core with the files in the cache. The bound is the
/// core.
/// </summary>
public sealed class ScanBenchmark
{
    private const int Rounds = 3;
    private const double Million = 1_000_000;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.ScanBenchmark\"";

    private static readonly long[] Sizes = [200_000_000, 1_000_000_000, 4_000_000_000];

    [Fact(Explicit = true)]
    public async Task The_scan_reads_600_MB_a_second_on_a_core_in_memory_that_does_not_grow()
    {
        using var claims = new BenchmarkClaims();
        await claims.PublishAsync();
        var sizes = Sizes.Select(size => claims.Write(size.ToString(CultureInfo.InvariantCulture), size)).ToArray();
        var runs = sizes.Select(_ => new List<ChildProgram>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var size = 0; size < sizes.Length; size++)
            {
                runs[size].Add(await claims.ScanAsync(sizes[size].Path, oneCore: true));
            }
        }

        var seconds = runs.Select(all => all.Select(run => run.Took.TotalSeconds).Order().ElementAt(Rounds / 2)).ToArray();
        var peaks = runs.Select(all => all.Select(run => run.PeakBytes).Order().ElementAt(Rounds / 2)).ToArray();
        string Row(int size) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {sizes[size].Bytes / Million:N0} MB | {seconds[size]:F2} | {sizes[size].Bytes / Million / seconds[size]:F0} | {peaks[size] / Million:F1} MB | {(double)peaks[size] / peaks[0]:F3} |");

        // From one size to the next: what a byte costs without the start of the program.
        double Pace(int size) => (sizes[size].Bytes - sizes[size - 1].Bytes) / Million / (seconds[size] - seconds[size - 1]);
        Report.Write("scan.md", string.Create(CultureInfo.InvariantCulture, $"""
            # The insurer's scan: speed and memory

            Made-up claims in the insurers' form, scanned whole (both passes, SHA-256 of every file, findings written) by the published
            program with one thread on one core, files in the cache, start of the program included; median of {Rounds} interleaved rounds.
            Megabytes a second are those of one machine; that memory stays and that cost is linear in bytes holds on any.

            | input | seconds | MB/s | peak memory | of the smallest |
            | --- | ---: | ---: | ---: | ---: |
            {Row(0)}
            {Row(1)}
            {Row(2)}

            Without the start: {Pace(1):F0} MB/s from the first size to the second, {Pace(2):F0} MB/s from the second to the third.

            `{Command}`

            """));
        ((double)peaks.Max() / peaks.Min()).ShouldBeLessThanOrEqualTo(1.05);
        (Pace(2) / Pace(1)).ShouldBeInRange(0.9, 1 / 0.9);
        (sizes[^1].Bytes / Million / seconds[^1]).ShouldBeGreaterThanOrEqualTo(600);
    }
}
