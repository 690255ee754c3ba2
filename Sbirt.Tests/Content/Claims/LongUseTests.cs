using Sbirt.Content.Claims;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

/// <summary>Months at one dose, and early refills.</summary>
public sealed class LongUseTests
{
    private const string Long = "bz-continuous";
    private const string Early = "early-refill";

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, SignalStatus.Approaching)]
    [InlineData(11, SignalStatus.Approaching)]
    [InlineData(12, SignalStatus.Reached)]
    [InlineData(15, SignalStatus.Reached)]
    public void Twelve_months_from_the_first_to_the_newest_supply_are_reached_and_nine_approaching(int months, SignalStatus? status)
    {
        var finding = Osaka.Finding(Long, Person(given: Monthly(months)));

        (finding?.Status).ShouldBe(status);
        if (finding is not null)
        {
            (finding.Value, finding.Evidence.Length, finding.IsExcluded).ShouldBe((months, months + 1, false));
        }
    }

    [Fact]
    public void Another_dose_begins_the_count_anew()
    {
        var changed = Monthly(14).Select((fact, index) => index < 4 ? fact with { DailyAmount = 2 * fact.DailyAmount } : fact);

        Osaka.Finding(Long, Person(given: changed))!.Value.ShouldBe(10);
    }

    [Fact]
    public void Two_tablets_of_half_the_strength_are_the_same_dose()
    {
        var given = Monthly(12).Select((fact, index) => index % 2 == 0 ? fact with { Medicine = Code(Etizolam1) } : fact with { Medicine = Code(Etizolam05), DailyAmount = 2 * fact.DailyAmount });

        var finding = Osaka.Finding(Long, Person(given: given))!;
        (finding.Value, finding.IsExcluded).ShouldBe((12m, false));
    }

    [Fact]
    public void A_code_without_a_known_strength_compares_with_itself_alone_and_the_rest_is_said_to_be_unknown()
    {
        var same = Monthly(12).Select(fact => fact with { Medicine = Code("629999901") });
        Osaka.Finding(Long, Person(given: same))!.IsExcluded.ShouldBeFalse();

        var finding = Osaka.Finding(Long, Person(given: Monthly(12).Select((fact, index) => index < 6 ? fact : fact with { Medicine = Code("629999901") })))!;
        (finding.Status, finding.Value, finding.IsExcluded).ShouldBe((SignalStatus.Reached, 12m, true));
        finding.Excluded.Single().Reason.ShouldBe("dose-not-told");
    }

    [Fact]
    public void A_dose_that_is_known_to_differ_ends_the_count_over_one_that_is_not_known()
    {
        var given = Monthly(14).ToArray();
        given[4] = given[4] with { DailyAmount = 0 };
        for (var index = 5; index < given.Length; index++)
        {
            given[index] = given[index] with { DailyAmount = 2 * given[index].DailyAmount };
        }

        Osaka.Finding(Long, Person(given: given))!.Value.ShouldBe(9);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_gap_of_up_to_seven_days_is_none(int gap, bool isReached)
    {
        // Supplies of 30 days; after the seventh comes the gap.
        var given = Enumerable.Range(0, 14).Select(index => Give("etizolam", Day("2025-09-05").AddDays((30 * index) + (index < 7 ? 0 : gap)), code: Etizolam05));

        (Osaka.Finding(Long, Person(given: given)) is { Status: SignalStatus.Reached }).ShouldBe(isReached);
    }

    [Fact]
    public void A_change_to_use_as_needed_ends_the_count_and_use_as_needed_beside_it_does_not()
    {
        var daily = Monthly(12).ToArray();

        Osaka.Finding(Long, Person(given: daily.Concat(daily.Select(fact => fact with { Form = IntakeForm.AsNeeded, Supply = 5, Place = Place() }))))!.Value.ShouldBe(12);
        Osaka.Finding(Long, Person(given: daily.Select((fact, index) => index is > 4 and < 7 ? fact with { Form = IntakeForm.AsNeeded } : fact))).ShouldBeNull();
    }

    [Fact]
    public void It_is_said_as_long_as_the_supply_lasts_and_no_longer() =>
        Osaka.Scan(Person(given: Monthly(12)), 202609, 202702).Where(finding => finding.Signal == Long)
            .Select(finding => (finding.Month, finding.Value)).ShouldBe([(202609, 11m), (202610, 12m), (202611, 12m)]);

    [Fact]
    public void Prescriptions_before_April_2018_are_not_counted() =>
        Osaka.Finding(Long, Person(given: Enumerable.Range(0, 13).Select(index => Give("etizolam", Day("2018-01-05").AddMonths(index), 31, code: Etizolam05))), 201901)!
            .Value.ShouldBe(9);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, SignalStatus.Approaching)]
    [InlineData(3, SignalStatus.Reached)]
    public void Three_early_refills_are_reached_and_two_approaching(int times, SignalStatus? status)
    {
        // 30 days each; a refill after 22 days is 8 days early.
        var given = Enumerable.Range(0, times + 1).Select(index => Give("etizolam", Day("2026-10-31").AddDays(-22 * index))).ToList();

        (Osaka.Finding(Early, Person(given: given))?.Status).ShouldBe(status);
    }

    [Theory]
    [InlineData(30, 7, false)]
    [InlineData(30, 8, true)]
    [InlineData(60, 12, false)]
    [InlineData(60, 13, true)]
    public void Grace_is_seven_days_or_a_fifth_of_a_long_supply(int days, int early, bool isSaid) =>
        (Own(Refills(1)).Finding(Early, Person(given: [Give("etizolam", Day("2026-10-20").AddDays(early - days), days), Give("etizolam", "2026-10-20", days)])) is not null).ShouldBe(isSaid);

    [Fact]
    public void A_raised_dose_or_another_institution_is_no_early_refill()
    {
        var preset = Own(Refills(1));

        preset.Finding(Early, Person(given: [Give("etizolam", "2026-10-01", code: Etizolam05), Give("etizolam", "2026-10-10", units: 2, code: Etizolam05)])).ShouldBeNull();
        preset.Finding(Early, Person(given: [Give("etizolam", "2026-10-01", units: 2, code: Etizolam05), Give("etizolam", "2026-10-10", units: 1, code: Etizolam05)])).ShouldNotBeNull();
        preset.Finding(Early, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-10", from: "B")])).ShouldBeNull();
    }

    [Fact]
    public void Early_refills_count_for_180_days_and_a_month_without_one_is_not_said()
    {
        DispensingFact[] Pair(string on) => [Give("etizolam", Day(on).AddDays(-10)), Give("etizolam", on)];
        // The last day of October and the 179 days before it begin on 5 May.
        Osaka.Finding(Early, Person(given: [.. Pair("2026-05-05"), .. Pair("2026-07-15"), .. Pair("2026-10-15")]))!.Status.ShouldBe(SignalStatus.Reached);
        Osaka.Finding(Early, Person(given: [.. Pair("2026-05-04"), .. Pair("2026-07-15"), .. Pair("2026-10-15")]))!.Status.ShouldBe(SignalStatus.Approaching);
        Osaka.Finding(Early, Person(given: [.. Pair("2026-05-15"), .. Pair("2026-07-15"), .. Pair("2026-09-15")])).ShouldBeNull();
    }

    private static string Refills(int threshold) => $$"""
          - id: early-refill
            groups: [anxiolytic]
            limits:
              threshold: { value: {{threshold}}, source: ours }
              graceDays: { value: 7, source: ours }
              gracePercent: { value: 20, source: ours }
              withinDays: { value: 180, source: ours }
        """;

    /// <summary>Supplies of 31 days on the fifth of each month, up to October 2026.</summary>
    private static IEnumerable<DispensingFact> Monthly(int months) =>
        Enumerable.Range(0, months + 1).Select(index => Give("etizolam", Day("2026-10-05").AddMonths(index - months), 31, code: Etizolam05)).ToList();
}
