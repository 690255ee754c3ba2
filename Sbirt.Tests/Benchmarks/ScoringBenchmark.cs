using System.Diagnostics;
using System.Globalization;
using Sbirt.Content;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Tests.Builders;
using Sbirt.Tests.Oracles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Scoring of AUDIT sheets against the plain oracle that reads the definition anew each time. The bound is one core;
/// read the ratios, the sheets per second are this machine's.
/// </summary>
public sealed class ScoringBenchmark
{
    private const int Sheets = 2000;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.ScoringBenchmark\"";

    private static readonly Instrument Audit = InstrumentLibrary.Load(ContentFile.Embedded("Instruments")).Find("audit")!;

    [Fact(Explicit = true)]
    public void A_hundred_thousand_AUDIT_sheets_a_second_are_scored_on_one_core()
    {
        var complete = Sheet(gaps: 0);
        var gapped = Sheet(gaps: 0.2);
        var oracle = PerSecond(complete.Take(100).ToArray(), sheet => SlowScoring.Bounds(Audit, Audit.Scales[0], ScoresOf(sheet)));
        var whole = PerSecond(complete, Score);
        var open = PerSecond(gapped, Score);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Score(complete[0]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        string Row(string work, double speed) => string.Create(CultureInfo.InvariantCulture, $"| {work} | {speed:N0} | {speed / oracle:F1} |");
        Report.Write("scoring.md", $"""
            # Scoring

            {Sheets:N0} random AUDIT answer sheets, answers as LOINC or our own codes, one core, Release, best of 60 rounds.
            The ratios count; the sheets per second are those of one machine. A complete sheet allocates {allocated:N0} bytes.

            | work | sheets/s | of the oracle |
            | --- | ---: | ---: |
            {Row("oracle (one scale, complete sheet)", oracle)}
            {Row("`Scoring.Score`, complete sheet, all scales", whole)}
            {Row("`Scoring.Score`, a fifth of the answers missing, with bounds", open)}

            `{Command}`

            """);
        whole.ShouldBeGreaterThan(100_000);
    }

    private static void Score(AnswerSheet sheet) => Scoring.Score(Audit, sheet, Person.Unknown);

    private static AnswerSheet[] Sheet(double gaps)
    {
        var random = new Random(42);
        return [.. Enumerable.Range(0, Sheets).Select(_ =>
        {
            var sheet = SheetBuilder.ASheet("audit");
            foreach (var item in Audit.Items.Where(_ => random.NextDouble() >= gaps))
            {
                var option = item.Options[random.Next(1, item.Options.Length)];
                var loinc = option.Codes.FirstOrDefault(code => code.System == CodeSystems.Loinc);
                sheet.WithCode(item.LinkId, loinc?.System ?? CodeSystems.Answers, loinc?.Value ?? option.Code);
            }

            return sheet.Build();
        })];
    }

    private static Dictionary<string, decimal> ScoresOf(AnswerSheet sheet)
    {
        var scored = ((Reading<Scored>.Ok)Scoring.Score(Audit, sheet, Person.Unknown)).Value;
        return scored.Answers.ToDictionary(answer => answer.Item.LinkId, answer => answer.Score!.Value);
    }

    /// <summary>The best of many rounds: the one that the machine's other work disturbed least.</summary>
    private static double PerSecond(AnswerSheet[] sheets, Action<AnswerSheet> work)
    {
        var best = 0.0;
        for (var round = 0; round < 60; round++)
        {
            var watch = Stopwatch.StartNew();
            Array.ForEach(sheets, work);
            best = Math.Max(best, sheets.Length / watch.Elapsed.TotalSeconds);
        }

        return best;
    }
}
