using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// `$assess` over loopback at a fixed 200 requests a second, measured from the moment each request was due, so that
/// a stall is not hidden; and the first request after start. The bound is one core: both programs share the machine.
/// </summary>
public sealed class AssessOverHttpBenchmark
{
    private const int PerSecond = 200;
    private const int Seconds = 30;
    private const int Starts = 5;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.AssessOverHttpBenchmark\"";

    [Fact(Explicit = true)]
    public async Task Assess_answers_200_requests_a_second_within_20_ms_and_the_first_within_300_ms()
    {
        var first = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var service = await ServiceProcess.StartAsync();
            first.Add(await TimedAsync(service.Client, AuditResponses.One(start, new Random(start)), Stopwatch.GetTimestamp()));
        }

        double[] latencies;
        await using (var service = await ServiceProcess.StartAsync())
        {
            await LoadAsync(service.Client, 5);
            latencies = await LoadAsync(service.Client, Seconds);
        }

        first.Sort();
        Report.Write("assess-http.md", string.Create(CultureInfo.InvariantCulture, $"""
            # `$assess` over HTTP

            {PerSecond} requests a second for {Seconds} seconds on loopback, sent when due whether or not earlier ones were answered; latency
            counts from the due moment. Each answer is the whole Bundle: scores, meaning, script, handout, places.

            | requests | p50 | p99 | largest | p99 / p50 |
            | ---: | ---: | ---: | ---: | ---: |
            | {latencies.Length:N0} | {Paced.At(latencies, 0.5):F1} ms | {Paced.At(latencies, 0.99):F1} ms | {latencies[^1]:F1} ms | {Paced.At(latencies, 0.99) / Paced.At(latencies, 0.5):F1} |

            First `$assess` after the program said it was ready, {Starts} starts: median {first[Starts / 2]:F0} ms, largest {first[^1]:F0} ms.

            `{Command}`

            """));
        Paced.At(latencies, 0.99).ShouldBeLessThanOrEqualTo(20);
        first[^1].ShouldBeLessThan(300);
    }

    private static async Task<double[]> LoadAsync(HttpClient client, int seconds)
    {
        var random = new Random(7);
        var bodies = Enumerable.Range(0, 100).Select(n => AuditResponses.One(n, random)).ToList();
        return await Paced.RunAsync(PerSecond, seconds, n => TimedAsync(client, bodies[n % bodies.Count], Stopwatch.GetTimestamp()));
    }

    private static async Task<double> TimedAsync(HttpClient client, string body, long due)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        using var response = await client.PostAsync(new Uri("/fhir/QuestionnaireResponse/$assess", UriKind.Relative), content);
        await response.Content.ReadAsByteArrayAsync();
        ((int)response.StatusCode).ShouldBe(200);
        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }
}
