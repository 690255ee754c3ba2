using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.Service.CdsHooks;
using Sbirt.Service.Screening;
using Sbirt.Service.Settings;
using Sbirt.Tests.Conformance;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// The rules of sbirt-screening against the same question in CQL, evaluated by cql-execution over cql-exec-fhir: from a
/// patient's record as parsed JSON to the decision, and from its bytes. The bound is one core, the same one, in turn.
/// </summary>
public sealed class RulesBenchmark
{
    private const int Rounds = 7;
    private const int Patients = 200;
    private const int RoundSeconds = 4;
    private const string Hook = "patient-view";
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.RulesBenchmark\"";

    private sealed record Round(double Decision, double Card, double Theirs, double CardFromBytes, double TheirsFromBytes);

    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    [Fact(Explicit = true)]
    public async Task Rules_decide_fifty_times_as_fast_as_the_same_question_in_CQL()
    {
        var work = Directory.CreateTempSubdirectory("sbirt-rules-").FullName;
        try
        {
            var today = DateOnly.FromDateTime(DateTime.Now);
            var assessor = await ContentInUse.AssessorForAsync(work, new SbirtSettings(), today, CancellationToken.None);
            var records = Enumerable.Range(0, Patients).Select(number => ScreeningRecords.One(number, today)).ToList();
            await File.WriteAllTextAsync(Path.Combine(work, "parameters.json"), ScreeningParameters.Of(assessor.Content, assessor.DefaultPack, today));
            await using (var lines = File.Create(Path.Combine(work, "records.ndjson")))
            {
                records.ForEach(record =>
                {
                    lines.Write(record);
                    lines.WriteByte((byte)'\n');
                });
            }

            var hook = new ScreeningHook(assessor);
            var parsed = records.ConvertAll(Parsed);
            using var rival = await RivalAsync(work);
            await Cores.UseAsync(Environment.ProcessId, "0");
            var kinds = Compare(parsed.Select((record, number) => Decide(hook, record, number, today)), await AskAsync(rival, "answer"));
            var rounds = new List<Round>();
            for (var round = -1; round < Rounds; round++)
            {
                var measured = new Round(
                    Run(number => Decide(hook, parsed[number], number, today)),
                    Run(number => CardFor(hook, parsed[number], number, today)),
                    await RivalsAsync(rival, "read"),
                    Run(number =>
                    {
                        using var document = Parsed(records[number]);
                        CardFor(hook, document, number, today);
                    }),
                    await RivalsAsync(rival, "bytes"));
                if (round >= 0)
                {
                    rounds.Add(measured);
                }
            }

            Write(rounds, records.Average(record => record.Length) / 1024, kinds);
            Median(rounds, round => round.Decision / round.Theirs).ShouldBeGreaterThanOrEqualTo(50);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static FhirDocument Parsed(byte[] bytes) => ((Reading<FhirDocument>.Ok)FhirJson.Read(bytes, JsonLimits.Bundles)).Value;

    private static HookRequest Request(int number) => new(Hook, "", null, null, Nothing, ScreeningRecords.IdOf(number), null, Nothing);

    private static GatheredRecord Gathered(FhirDocument document, int number)
    {
        var patient = ScreeningRecords.IdOf(number);
        return new(PatientRecord.Of(patient, PatientRecord.Resources(document.Root))!, PatientRecord.Of(patient, [])!, []);
    }

    /// <summary>What the hook decides of a parsed record.</summary>
    private static PromptDecision? Decide(ScreeningHook hook, FhirDocument document, int number, DateOnly today)
    {
        using var gathered = Gathered(document, number);
        return hook.Decide(Request(number), gathered, null, today).Decision;
    }

    /// <summary>The same with the card it shows.</summary>
    private static void CardFor(ScreeningHook hook, FhirDocument document, int number, DateOnly today)
    {
        using var gathered = Gathered(document, number);
        hook.CardFor(Request(number), gathered, null, Language.En, today);
    }

    /// <summary>Records for each second of processor time, garbage collection included, one after the other.</summary>
    private static double Run(Action<int> decide)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var done = 1; ; done++)
        {
            decide(done % Patients);
            if (done % Patients == 0 && Stopwatch.GetElapsedTime(start).TotalSeconds >= RoundSeconds)
            {
                return done / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
            }
        }
    }

    private static async Task<double> RivalsAsync(Process rival, string from) =>
        double.Parse(await AskAsync(rival, $"{from} {RoundSeconds}"), CultureInfo.InvariantCulture);

    /// <summary>The same decision for every patient; gives back how often each kind of card came up.</summary>
    private static Dictionary<string, int> Compare(IEnumerable<PromptDecision?> ours, string theirs)
    {
        var answers = JsonDocument.Parse(theirs).RootElement.EnumerateArray().ToList();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (decision, answer) in ours.Zip(answers))
        {
            var kind = answer.GetProperty("kind").GetString() ?? "none";
            (decision?.Card.Kind ?? "none").ShouldBe(kind, answer.ToString());
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kind is "result" or "referral-missing")
            {
                ((int)decision!.Level).ShouldBe(answer.GetProperty("level").GetInt32());
            }

            if (kind is "result" or "referral-missing" || kind.StartsWith("invite", StringComparison.Ordinal))
            {
                decision!.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(answer.GetProperty("day").GetString());
                decision.About?.Title.En.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"AUDIT {answer.GetProperty("total").GetInt32()}"));
            }
        }

        answers.Count.ShouldBe(Patients);
        kinds.Keys.Order().ShouldBe(["follow-up", "invite", "invite-reason", "none", "referral-missing", "referral-open", "result"]);
        return kinds;
    }

    private static async Task<Process> RivalAsync(string work)
    {
        NodeTools.Install();
        var rival = Process.Start(new ProcessStartInfo(
            "taskset", ["-c", "0", "node", "rules-rival.mjs", Path.Combine(work, "records.ndjson"), Path.Combine(work, "parameters.json")])
        {
            WorkingDirectory = NodeTools.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        (await rival.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return rival;
    }

    private static async Task<string> AskAsync(Process rival, string command)
    {
        await rival.StandardInput.WriteLineAsync(command);
        return (await rival.StandardOutput.ReadLineAsync())!;
    }

    private static double Median(List<Round> rounds, Func<Round, double> what) => rounds.Select(what).Order().ElementAt(Rounds / 2);

    private static void Write(List<Round> rounds, double kilobytes, Dictionary<string, int> kinds)
    {
        var counted = string.Join(", ", kinds.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Key} {kind.Value}"));
        Report.Write("rules.md", string.Create(CultureInfo.InvariantCulture, $"""
            # Rules

            Is it time to ask, and what did the last AUDIT say? From a patient's record ({kilobytes:F0} KB: AUDIT sheets, 50 observations, 50
            conditions, talks, tasks, requests) to the kind of card or none, each side on the same core in turn, {Rounds} interleaved rounds of {RoundSeconds} s,
            processor time of the whole process, medians. {Patients} patients were compared first: the same kind of card, level, total and day ({counted}).

            cql-execution 3.3.2 with cql-exec-fhir 2.2.0 evaluates `Sbirt.Tests/Conformance/node/screening-due.mjs`, ELM written for speed, with our
            cut-offs as parameters, and ends with kind, level, total and day. Sbirt's decision scores all scales of every instrument it
            finds, judges them under two packs, and looks for every kind of card and reason; the aim (50 times) is on it. Below stand the
            card that the hook then writes, with script and places, and the same from the bytes, Sbirt's strict reading of JSON included.

            | what | Sbirt, µs a record | cql-execution, µs a record | Sbirt is … times as fast (lowest–highest round) |
            | --- | ---: | ---: | ---: |
            {Row("parsed JSON to decision", rounds, round => round.Decision, round => round.Theirs)}
            {Row("parsed JSON to card; CQL: to decision", rounds, round => round.Card, round => round.Theirs)}
            {Row("bytes to card; CQL: to decision", rounds, round => round.CardFromBytes, round => round.TheirsFromBytes)}

            `{Command}`

            """));
    }

    private static string Row(string from, List<Round> rounds, Func<Round, double> ours, Func<Round, double> theirs)
    {
        var ratios = rounds.Select(round => ours(round) / theirs(round)).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {from} | {1e6 / Median(rounds, ours):N0} | {1e6 / Median(rounds, theirs):N0} | {ratios[Rounds / 2]:F0} ({ratios[0]:F0}–{ratios[^1]:F0}) |");
    }
}
