using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Structure validation of a bundle of 1,000 Observations against the floor for any UTF-8 JSON reader (a scan of
/// the tokens) and against building a document. The bound is one core; read the ratios, the MB/s are this machine's.
/// </summary>
public sealed class StructureBenchmark
{
    private const int Rounds = 15;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.StructureBenchmark\"";

    [Fact(Explicit = true)]
    public void Structure_validation_reaches_100_MB_per_second_on_one_core()
    {
        var body = ObservationBundle.Of(1000);
        StructureValidator.Validate(body).ShouldBeEmpty();
        (string Name, Action Run)[] works =
        [
            ("`Utf8JsonReader` token scan", () => Scan(body)),
            ("`JsonDocument.Parse`", () => JsonDocument.Parse(body).Dispose()),
            ("`StructureValidator.Validate`", () => StructureValidator.Validate(body)),
        ];
        var figures = Measure(works, body.Length);
        var rows = figures.Select(figure => string.Create(
            CultureInfo.InvariantCulture,
            $"| {figure.Name} | {figure.Speed:F0} | {figure.Speed / figures[0].Speed:F2} | {figure.Speed / figures[1].Speed:F2} | {figure.Allocated:N0} |"));
        Report.Write("structure.md", $"""
            # Structure validation

            Payload: a Bundle of 1,000 Observations, some Japanese, {body.Length:N0} bytes. Median of {Rounds} interleaved
            rounds in one process, Release, one core. The ratios count; the MB/s are those of one machine.

            | work | MB/s | of the token scan | of `JsonDocument.Parse` | bytes allocated |
            | --- | ---: | ---: | ---: | ---: |
            {string.Join('\n', rows)}

            `{Command}`

            """);
        figures[2].Speed.ShouldBeGreaterThan(100);
        figures[2].Allocated.ShouldBeLessThan(body.Length);
    }

    private static (string Name, double Speed, long Allocated)[] Measure((string Name, Action Run)[] works, int bytes)
    {
        var times = works.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds + 5; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                for (var repeat = 0; repeat < 20; repeat++)
                {
                    works[i].Run();
                }

                times[i].Add(watch.Elapsed.TotalSeconds / 20);
            }
        }

        return [.. works.Select((work, i) => (
            work.Name,
            bytes / 1e6 / times[i].Skip(5).Order().ElementAt(Rounds / 2),
            AllocatedBy(work.Run)))];
    }

    private static long AllocatedBy(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Scan(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
        }
    }
}
