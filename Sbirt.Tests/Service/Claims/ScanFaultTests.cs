using System.Diagnostics;
using System.Globalization;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using WorkFolder = Sbirt.Tests.Hosts.WorkFolder;

namespace Sbirt.Tests.Service.Claims;

/// <summary>The whole program, stopped by its user or by the disk: nothing half is left, and it goes on from there.</summary>
public sealed class ScanFaultTests : IDisposable
{
    private const int Members = 60_000;
    private static readonly string[] ResultFiles = ["findings.ndjson", "refused.ndjson", "summary.json", "run.json"];

    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task C12_a_scan_that_is_asked_to_stop_says_so_leaves_no_result_and_goes_on(string signal)
    {
        var claims = MadeUp();
        var whole = Path.Combine(folder.Path, "whole");
        (await ScanAsync(claims, whole)).ExitCode.ShouldBe(0);

        var stopped = Path.Combine(folder.Path, "stopped");
        using (var process = Start(claims, stopped))
        {
            var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await UntilAsync(() => process.HasExited || (Directory.Exists(Path.Combine(stopped, "work")) && Directory.GetFiles(Path.Combine(stopped, "work"), "part-*.json").Length > 0));
            using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldBe(1);
            (await said).ShouldContain("--resume");
        }

        Directory.GetFiles(stopped).ShouldBeEmpty();
        (await ScanAsync(claims, stopped, "--resume")).ExitCode.ShouldBe(0);
        Results(stopped).ShouldBe(Results(whole));
    }

    [Fact]
    public async Task C12_after_a_stop_each_worker_reads_at_most_the_block_it_has_begun()
    {
        const int Threads = 2;
        using var claims = new ClaimFolder();
        for (var institution = 1; institution <= 8; institution++)
        {
            claims.Write($"{institution:D2}.UKE", institution, Enumerable.Range(0, 12_000).Select(person => (person, "1112")));
        }

        using var stop = new CancellationTokenSource();
        var (atStop, last) = (0L, 0L);
        var progress = new ScanProgress(read =>
        {
            if (!stop.IsCancellationRequested)
            {
                Interlocked.CompareExchange(ref atStop, read, 0);
                stop.Cancel();
            }

            InterlockedMax(ref last, read);
        });
        await Should.ThrowAsync<OperationCanceledException>(claims.ScanAsync(Threads, progress: progress, cancellation: stop.Token));
        (last - atStop).ShouldBeLessThanOrEqualTo(Threads * LineReader.BlockBytes);
        progress.Planned.ShouldBeGreaterThan(10 * Threads * LineReader.BlockBytes);
        Directory.GetFiles(claims.Out).ShouldBeEmpty();
    }

    [Fact]
    public async Task D7_a_full_disk_stops_the_scan_with_a_sentence_and_it_goes_on_when_there_is_space()
    {
        using var disk = SmallDisk.OfMegabytes(24);
        var claims = MadeUp();
        var whole = Path.Combine(folder.Path, "whole");
        (await ScanAsync(claims, whole)).ExitCode.ShouldBe(0);
        disk.PutBallast(20);

        var found = Path.Combine(disk.Folder, "found");
        var full = await ScanAsync(claims, found);
        full.ExitCode.ShouldBe(1);
        full.Errors.ShouldContain("The disk is full");
        full.Errors.ShouldContain("--resume");
        full.Errors.ShouldNotContain("   at ");
        Directory.GetFiles(found).ShouldBeEmpty();

        disk.MakeSpace();
        (await ScanAsync(claims, found, "--resume")).ExitCode.ShouldBe(0);
        Results(found).ShouldBe(Results(whole));
    }

    [Fact]
    public async Task D7_a_folder_that_cannot_be_written_is_said_in_a_sentence()
    {
        var claims = MadeUp();
        var file = folder.Write("a-file", "");
        var run = await ScanAsync(claims, Path.Combine(file, "found"));
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("No result was written to");
        run.Errors.ShouldContain("--out");
        run.Errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("{ value: 20, source: osaka }", "{ value: 21, source: osaka }")]
    [InlineData("# The programme", "# A programme")]
    public async Task Going_on_with_an_own_preset_that_was_changed_since_is_refused(string was, string became)
    {
        var claims = MadeUp();
        var text = await File.ReadAllTextAsync(Repository.PathOf("Sbirt.Content", "Claims", "Presets", "kyokai-osaka-20.yaml"), TestContext.Current.CancellationToken);
        var preset = folder.Write("own.yaml", text);
        var found = Path.Combine(folder.Path, "found");
        using (var process = Start(claims, found, "--signals", preset))
        {
            await UntilAsync(() => process.HasExited || File.Exists(Path.Combine(found, "work", "plan.txt")));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        text.ShouldContain(was);
        folder.Write("own.yaml", text.Replace(was, became, StringComparison.Ordinal));
        var run = await ScanAsync(claims, found, "--signals", preset, "--resume");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("has changed since");
    }

    private string MadeUp()
    {
        var claims = Path.Combine(folder.Path, "claims");
        ClaimSynthesis.Write(new SynthesisOrder(Members, 1, 202609, 7, claims, SynthesisForm.Payer), TestContext.Current.CancellationToken);
        return claims;
    }

    private Task<CommandRun> ScanAsync(string claims, string found, params string[] more) => CommandRun.SbirtAsync(folder.Path, Words(claims, found, more));

    private Process Start(string claims, string found, params string[] more) => Process.Start(new ProcessStartInfo("dotnet", [ChildProgram.ServiceDll, .. Words(claims, found, more)])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private string[] Words(string claims, string found, string[] more) =>
    [
        "scan", claims, "--month", "2026-09", "--out", found, "--data", Path.Combine(folder.Path, "data"), "--lang", "en", "--threads", "1",
        "--part-bytes", (1 << 20).ToString(CultureInfo.InvariantCulture), .. more,
    ];

    private static string[] Results(string found) => [.. ResultFiles.Select(file => File.ReadAllText(Path.Combine(found, file)))];

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Interlocked.Read(ref most); value > seen; seen = Interlocked.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
