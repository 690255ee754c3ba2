using System.Globalization;
using Sbirt.Service.Settings;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Twice as many hook calls as the service can carry: those it takes are answered about as fast as before, the rest are told when
/// to come again. The bound is two cores, which the sender of the load shares.
/// </summary>
public sealed class HookOverloadBenchmark
{
    private const int Rounds = 25;
    private const int Seconds = 3;
    private const double Busy = 0.8;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.HookOverloadBenchmark\"";

    // As many as there are places and calls that may wait, so that none is refused while the capacity is measured.
    private static readonly int Callers = new LimitSettings().CallsInWork + new LimitSettings().CallsWaiting;

    /// <summary>One round, its rates taken from its own capacity.</summary>
    /// <param name="Sending">Share of all cores that the sender used at twice the capacity.</param>
    private sealed record Round(HookLoad.Outcome Full, HookLoad.Outcome Half, HookLoad.Outcome Reference, HookLoad.Outcome Twice, double Sending)
    {
        public int Others => Full.Others + Half.Others + Reference.Others + Twice.Others;

        public double TailToHalf => Paced.At(Twice.AnsweredMs, 0.99) / Paced.At(Half.AnsweredMs, 0.99);

        public double TailRatio => Paced.At(Twice.AnsweredMs, 0.99) / Paced.At(Reference.AnsweredMs, 0.99);

        public double Kept => Twice.AnsweredPerSecond / Full.AnsweredPerSecond;
    }

    [Fact(Explicit = true)]
    public async Task At_twice_the_capacity_admitted_calls_keep_their_p99_within_twice_and_the_rest_are_told_when_to_come_again()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var load = new HookLoad(service.Client.BaseAddress!);
        await load.ByCallersAsync(Callers, 15);
        await RoundAsync(load);
        var rounds = new List<Round>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(load));
        }

        Write(rounds, load.Kilobytes);
        rounds.Sum(round => round.Others).ShouldBe(0);
        Median(rounds, round => round.TailRatio).ShouldBeLessThanOrEqualTo(2);
        Median(rounds, round => round.Kept).ShouldBeGreaterThanOrEqualTo(0.8);
    }

    private static async Task<Round> RoundAsync(HookLoad load)
    {
        var full = await load.ByCallersAsync(Callers, Seconds);
        var half = await load.AtRateAsync(0.5 * full.AnsweredPerSecond, Seconds);
        var reference = await load.AtRateAsync(Busy * full.AnsweredPerSecond, Seconds);
        var before = Environment.CpuUsage.TotalTime;
        var twice = await load.AtRateAsync(2 * full.AnsweredPerSecond, Seconds);
        var sending = (Environment.CpuUsage.TotalTime - before).TotalSeconds / twice.Seconds / Environment.ProcessorCount;
        return new(full, half, reference, twice, sending);
    }

    private static double Median(List<Round> rounds, Func<Round, double> what) => rounds.Select(what).Order().ElementAt(Rounds / 2);

    private static string Row(string name, List<Round> rounds, Func<Round, HookLoad.Outcome> of) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Median(rounds, round => of(round).AnsweredPerSecond):N0} | {rounds.Sum(round => of(round).RefusedMs.Length):N0} | {At(rounds, of, 0.5):F1} ms | {At(rounds, of, 0.99):F1} ms |");

    private static double At(List<Round> rounds, Func<Round, HookLoad.Outcome> of, double share) =>
        Median(rounds, round => Paced.At(of(round).AnsweredMs, share));

    private static void Write(List<Round> rounds, double kilobytes) => Report.Write("hooks-overload.md", string.Create(CultureInfo.InvariantCulture, $"""
        # Twice as many hook calls as can be carried

        `patient-view` without authentication, {kilobytes:F0} KB of prefetch, each call about a patient of its own; offer and audit line are on the
        disk before the answer. {Rounds} rounds, medians. A round has four parts of {Seconds} s: {Callers} callers that send the next call when the last is
        answered (what is answered a second is the capacity), then half of that capacity, {Busy:P0} of it (its p99 is the reference), and twice
        the capacity. In the last three a call is sent when it is due, whether or not earlier ones were answered, and is timed from the
        moment it was due. The sender is a program of ours on the same {Environment.ProcessorCount} cores; at twice the capacity it uses {Median(rounds, round => round.Sending):P0} of them,
        so the service has less than before.

        | load | answered a second | refused, all rounds | p50 of answered | p99 of answered |
        | --- | ---: | ---: | ---: | ---: |
        {Row("capacity", rounds, round => round.Full)}
        {Row("half the capacity", rounds, round => round.Half)}
        {Row($"{Busy:P0} of capacity (reference)", rounds, round => round.Reference)}
        {Row("twice the capacity", rounds, round => round.Twice)}

        | at twice the capacity | median | half of the rounds |
        | --- | ---: | --- |
        | p99 of answered calls / reference | {Median(rounds, round => round.TailRatio):F2} | {Spread(rounds, round => round.TailRatio)} |
        | the same / p99 at half the capacity | {Median(rounds, round => round.TailToHalf):F2} | {Spread(rounds, round => round.TailToHalf)} |
        | answered a second / capacity | {Median(rounds, round => round.Kept):F2} | {Spread(rounds, round => round.Kept)} |
        | refused calls: 99 % are told within | {Paced.At([.. rounds.SelectMany(round => round.Twice.RefusedMs).Order()], 0.99):F1} ms | |
        | refused without `Retry-After`, or any status but 200 and 429 | {rounds.Sum(round => round.Others)} | |

        `{Command}`

        """));

    private static string Spread(List<Round> rounds, Func<Round, double> what) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quartile(rounds, what, 1):F2} to {Quartile(rounds, what, 3):F2}");

    private static double Quartile(List<Round> rounds, Func<Round, double> what, int number) =>
        rounds.Select(what).Order().ElementAt(Rounds * number / 4);
}
