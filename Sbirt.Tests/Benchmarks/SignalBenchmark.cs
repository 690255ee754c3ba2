using System.Diagnostics;
using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.Claims.Counting;
using Sbirt.Tests.Content.Claims;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// The signals of a preset over persons of whom nearly none have any, against the plain way that counts everything of
/// everybody. The bound is one core; read the ratio.
/// </summary>
public sealed class SignalBenchmark
{
    private const int Persons = 20_000;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.SignalBenchmark\"";

    [Fact(Explicit = true)]
    public void A_million_persons_with_a_few_claims_are_held_against_the_signals_in_a_second()
    {
        var few = Enumerable.Range(0, Persons).Select(number => Histories.Person(Histories.Several(1 + (number % 5)))).ToArray();
        var psychotropic = Enumerable.Range(0, Persons).Select(number => Histories.Person(
            Histories.Several(4),
            Enumerable.Range(1, 6).Select(month => Histories.Give("etizolam", new DateOnly(2026, month + 4, 1 + (number % 20)), 28, number % 10 == 0 && month == 6 ? "B" : "A")))).ToArray();
        var scan = new SignalScan(Histories.Osaka, Histories.Table);
        var rules = Histories.Osaka.Signals.Select(signal => SignalRules.Of(signal, new MedicineTable(Histories.Table, MedicineStrengths.Of(Histories.Table)))).ToArray();
        var month = Months.NumberOf(Histories.Month);
        void Plainly(PersonHistory person)
        {
            var facts = PersonFacts.Of(person);
            Array.ForEach(rules, rule => rule.Count(facts.Without(rule.LeavingOut), month, month));
        }

        void Quickly(PersonHistory person) => scan.Findings(person, Histories.Month, Histories.Month);

        var (plainFew, quickFew) = (PerSecond(few, Plainly), PerSecond(few, Quickly));
        var (plainMany, quickMany) = (PerSecond(psychotropic, Plainly), PerSecond(psychotropic, Quickly));
        string Row(string work, double plain, double quick) => string.Create(CultureInfo.InvariantCulture, $"| {work} | {plain:N0} | {quick:N0} | {quick / plain:F1} |");
        Report.Write("signals.md", $"""
            # Signals of the insurer's scan

            {Persons:N0} persons in memory against the preset `kyokai-osaka-20`, one month, one core, Release, best of 20 rounds. Plainly every
            signal is counted for everybody; the scan asks a necessary condition first. The ratio counts.

            | persons | plainly/s | scan/s | ratio |
            | --- | ---: | ---: | ---: |
            {Row("1 to 5 claims, no psychotropic", plainFew, quickFew)}
            {Row("half a year of one psychotropic, a tenth of them from two institutions", plainMany, quickMany)}

            `{Command}`

            """);
        quickFew.ShouldBeGreaterThan(1_000_000);
    }

    private static double PerSecond(PersonHistory[] persons, Action<PersonHistory> work)
    {
        var best = 0.0;
        for (var round = 0; round < 20; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var person in persons)
            {
                work(person);
            }

            best = Math.Max(best, persons.Length / watch.Elapsed.TotalSeconds);
        }

        return best;
    }
}
