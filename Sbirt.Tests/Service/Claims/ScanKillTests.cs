using System.Diagnostics;
using System.Globalization;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims;

/// <summary>The whole program, killed without warning while it scans, and started again.</summary>
public sealed class ScanKillTests : IDisposable
{
    private const int Files = 60;
    private const int Persons = 400;
    private const int MostTries = 400;

    private readonly ClaimFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task C9_killed_twenty_times_the_scan_ends_with_the_same_bytes() => EndsTheSameAsync(20);

    [Fact(Explicit = true)]
    [Trait("Category", "Nightly")]
    public Task C9_killed_two_hundred_times_the_scan_ends_with_the_same_bytes() => EndsTheSameAsync(200);

    private async Task EndsTheSameAsync(int kills)
    {
        for (var institution = 1; institution <= Files; institution++)
        {
            folder.Write($"{institution:D2}.UKE", institution, Enumerable.Range(0, Persons).Select(person => ((institution * person) % Persons, "1112")));
        }

        (await RunAsync([])).ShouldBe(0);
        var whole = Results();
        whole[0].ShouldNotBeEmpty();
        var random = new Random(kills);
        var (killed, longest) = (0, TimeSpan.FromSeconds(1.5));
        for (var tries = 0; killed < kills; tries++)
        {
            tries.ShouldBeLessThan(MostTries, "the scan is over before it can be killed");
            Directory.Delete(folder.Out, recursive: true);
            var isResumed = false;
            while (true)
            {
                using var process = Start(isResumed ? ["--resume"] : []);
                using var patience = new CancellationTokenSource(longest * random.NextDouble());
                try
                {
                    await process.WaitForExitAsync(patience.Token);
                    process.ExitCode.ShouldBe(0);
                    break;
                }
                catch (OperationCanceledException)
                {
                    process.Kill();
                    await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                    if (File.Exists(Path.Combine(folder.Out, "run.json")))
                    {
                        Results().ShouldBe(whole, "a half result was left");
                    }

                    killed++;
                    isResumed = true;
                }
            }

            Results().ShouldBe(whole);
        }
    }

    private async Task<int> RunAsync(string[] more)
    {
        using var process = Start(more);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private Process Start(string[] more) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            ChildProgram.ServiceDll, "scan", folder.Input, "--month", "2026-09", "--out", folder.Out, "--data", Path.Combine(folder.Out, "..", "data"),
            "--part-bytes", (40 * 1024).ToString(CultureInfo.InvariantCulture), .. more,
        ])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private string[] Results() => [folder.Text("findings.ndjson"), folder.Text("refused.ndjson"), folder.Text("summary.json"), folder.Text("run.json")];
}
