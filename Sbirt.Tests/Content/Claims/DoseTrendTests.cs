using Sbirt.Content.Claims;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class DoseTrendTests
{
    private const string Signal = "dose-trend";

    private static readonly SignalPreset Trend = Own("""
          - id: dose-trend
            groups: [anxiolytic, hypnotic]
            limits:
              threshold: { value: 50, source: ours }
              approachFrom: { value: 30, source: ours }
              windowMonths: { value: 3, source: ours }
        """);

    [Theory]
    [InlineData(2.5, null)]
    [InlineData(2.6, SignalStatus.Approaching)]
    [InlineData(2.9, SignalStatus.Approaching)]
    [InlineData(3.0, SignalStatus.Reached)]
    public void A_rise_of_half_is_reached_and_of_thirty_percent_approaching(double units, SignalStatus? status) =>
        (Trend.Finding(Signal, Person(given: [.. Before(2, Etizolam05), Give("etizolam", "2026-10-01", 31, units: (decimal)units, code: Etizolam05)]))?.Status).ShouldBe(status);

    [Fact]
    public void The_arithmetic_names_both_tables_and_says_when_one_has_no_value()
    {
        var finding = Trend.Finding(Signal, Person(given: [.. Before(2, Etizolam05), Give("etizolam", "2026-10-01", 31, units: 4, code: Etizolam05)]))!;

        // Etizolam: Inada 1.5 mg; it is not in the Ashton table. 1 mg is 3.3 mg of diazepam, 2 mg are 6.7.
        finding.Value.ShouldBe(100);
        finding.Arithmetic!.En.ShouldContain("6.7 mg (months before, 3: 3.3 mg)");
        finding.Arithmetic.En.ShouldContain("Inada table 3.3 → 6.7 mg, Ashton table no sum: a medicine is not in it");
    }

    [Fact]
    public void Tables_that_differ_are_shown_as_a_range_and_the_smaller_rise_counts()
    {
        // Alprazolam 0.4 mg: 0.8 mg (Inada) or 0.25 mg (Ashton) to 5 mg of diazepam.
        var finding = Trend.Finding(Signal, Person(given: [.. Before(1, Zolpidem5, "zolpidem"), Give("zolpidem", "2026-10-01", 31, code: Zolpidem5), Give("alprazolam", "2026-10-01", 31, units: 1, code: "620006836")]));

        // 2.5 mg before; 5 to 10.5 mg now, of which the least is a rise of 100 percent.
        finding!.Value.ShouldBe(100);
        finding.Arithmetic!.En.ShouldContain("5–10.5 mg");
    }

    [Fact]
    public void An_amount_that_is_not_known_makes_the_finding_one_nobody_is_written_to_for()
    {
        var finding = Trend.Finding(Signal, Person(given: [.. Before(2, Etizolam05), Give("etizolam", "2026-09-20", 31, "B", code: "629999901"), Give("etizolam", "2026-10-01", 31, units: 4, code: Etizolam05)]))!;

        finding.IsExcluded.ShouldBeTrue();
        finding.Excluded.ShouldBe([new ClaimExclusion("dose-not-told", 1)]);
    }

    [Fact]
    public void A_month_without_any_before_is_a_beginning_and_no_rise() =>
        Trend.Finding(Signal, Person(given: [Give("etizolam", "2026-07-01", 31, code: Etizolam05), Give("etizolam", "2026-09-01", 30, code: Etizolam05), Give("etizolam", "2026-10-01", 31, units: 9, code: Etizolam05)]))
            .ShouldBeNull();

    [Fact]
    public void One_supply_is_no_trend_whatever_else_is_taken_as_needed()
    {
        // It covers 7 days of July and all of October.
        var one = Give("etizolam", "2026-07-25", 100, code: Etizolam05);

        Trend.Finding(Signal, Person(given: [one])).ShouldBeNull();
        Trend.Finding(Signal, Person(given: [one, Give("etizolam", "2026-09-20", 10, "B", code: Etizolam05, form: IntakeForm.AsNeeded)])).ShouldBeNull();
    }

    [Fact]
    public void The_payers_own_strengths_are_used()
    {
        var given = new[] { Give("etizolam", "2026-07-01", 92, units: 1, code: "629999901"), Give("etizolam", "2026-10-01", 31, units: 1, code: "629999902") };
        var strengths = MedicineStrengths.Of(Table).With([new(Code("629999901"), 0.5m), new(Code("629999902"), 1m)]);

        new SignalScan(Trend, Table, strengths).Findings(Person(given: given), Month, Month).Single().Value.ShouldBe(100);
    }

    [Fact]
    public void Strengths_are_found_by_claim_YJ_and_HOT_code()
    {
        var strengths = MedicineStrengths.Of(Table);

        strengths.MilligramsPerUnit(Code(Etizolam1)).ShouldBe(1);
        strengths.MilligramsPerUnit(Code("1179025F2010")).ShouldBe(1);
        strengths.MilligramsPerUnit(Code("100328401")).ShouldBe(1);
        strengths.MilligramsPerUnit(Code("629999901")).ShouldBeNull();
        strengths.MilligramsPerUnit(ShortCode.None).ShouldBeNull();
    }

    private static IEnumerable<DispensingFact> Before(decimal units, string code, string ingredient = "etizolam") =>
    [
        Give(ingredient, "2026-07-01", 31, units: units, code: code),
        Give(ingredient, "2026-08-01", 31, units: units, code: code),
        Give(ingredient, "2026-09-01", 30, units: units, code: code),
    ];
}
