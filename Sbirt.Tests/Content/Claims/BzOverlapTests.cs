using Sbirt.Content.Claims;
using Sbirt.Content.Claims.Counting;
using Sbirt.Content.Medicines.Judging;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class BzOverlapTests
{
    private const string Signal = "bz-overlap";

    [Theory]
    [InlineData("2026-10-20", null)]
    [InlineData("2026-10-19", null)]
    [InlineData("2026-10-17", SignalStatus.Approaching)]
    [InlineData("2026-10-16", SignalStatus.Approaching)]
    [InlineData("2026-10-15", SignalStatus.Reached)]
    public void Fourteen_days_are_reached_and_eleven_approaching(string second, SignalStatus? status)
    {
        // 28 days from the 1st last to the 28th.
        var finding = Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01", 28), Give("etizolam", second, 28, "B")]));

        (finding?.Status).ShouldBe(status);
        (finding is null).ShouldBe(status is null);
    }

    [Fact]
    public void Each_supply_that_meets_another_is_evidence_and_no_other_is()
    {
        var finding = Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-08-01", 30), Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-05", from: "B"), Give("zolpidem", "2026-10-05", from: "C")]))!;

        (finding.Value, finding.Threshold).ShouldBe((26m, 14m));
        finding.Evidence.Select(one => (one.Date.Day, one.Institution.ToString(), one.What.Ja)).ShouldBe([(1, "A", "エチゾラム 30日分"), (5, "B", "エチゾラム 30日分")]);
        finding.Arithmetic!.En.ShouldBe("Etizolam: 2 institutions, 26 days of overlap (from 14)");
    }

    [Fact]
    public void Another_ingredient_of_the_same_group_meets_and_one_of_another_group_does_not()
    {
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("alprazolam", "2026-10-01", from: "B")]))!.Value.ShouldBe(30);
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("zolpidem", "2026-10-01", from: "B")])).ShouldBeNull();
        Osaka.Finding(Signal, Person(given: [Give("zolpidem", "2026-10-01"), Give("suvorexant", "2026-10-01", from: "B")])).ShouldBeNull();
    }

    [Fact]
    public void An_early_refill_of_the_same_institution_is_used_later_and_is_no_overlap()
    {
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-03"), Give("alprazolam", "2026-12-02", from: "B")])).ShouldBeNull();

        // Two supplies of A last to 29 November; B's 30 days from 20 November meet them on 10 days, and with a third of A on 20.
        PersonHistory With(params DispensingFact[] more) => Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-03"), Give("etizolam", "2026-11-20", from: "B"), .. more]);
        Osaka.Finding(Signal, With(), 202611).ShouldBeNull();
        Osaka.Finding(Signal, With(Give("etizolam", "2026-11-01", 10)), 202611)!.Value.ShouldBe(20);
    }

    [Fact]
    public void A_supply_of_another_institution_is_never_moved() =>
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-01", from: "B")]))!.Value.ShouldBe(30);

    [Fact]
    public void Lines_of_one_day_are_one_supply() =>
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01", 14), Give("etizolam", "2026-10-01", 14, code: Etizolam1), Give("etizolam", "2026-10-10", from: "B")]))
            .ShouldBeNull();

    [Fact]
    public void Days_past_the_end_of_the_month_count_and_the_next_month_counts_from_its_first_day()
    {
        var person = Person(given: [Give("etizolam", "2026-10-25"), Give("etizolam", "2026-10-25", from: "B")]);

        Osaka.Scan(person, 202609, 202612).Select(finding => (finding.Month, finding.Value)).ShouldBe([(202610, 30m), (202611, 23m)]);
    }

    [Fact]
    public void What_is_handed_out_after_the_month_changes_nothing_in_it() =>
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-25", 60), Give("etizolam", "2026-11-01", from: "B")])).ShouldBeNull();

    [Fact]
    public void An_institution_that_is_not_told_meets_nobody() =>
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-01", from: null)])).ShouldBeNull();

    [Fact]
    public void Tablets_as_needed_are_counted_one_a_day_and_called_an_estimate()
    {
        var finding = Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-01", 20, "B", form: IntakeForm.AsNeeded)]))!;

        (finding.Value, finding.RestsOnEstimate).ShouldBe((20m, true));
    }

    [Fact]
    public void What_is_put_on_or_has_no_days_is_no_overlap()
    {
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-01", from: "B", form: IntakeForm.Other)])).ShouldBeNull();
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-01", 0, "B")])).ShouldBeNull();
    }

    [Fact]
    public void Without_a_day_only_the_days_that_are_certain_count()
    {
        // Handed out some day in October: for certain it covers the 31st alone.
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01", 31, dayKnown: false), Give("etizolam", "2026-10-01", 60, "B")])).ShouldBeNull();
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01", 90, dayKnown: false), Give("etizolam", "2026-10-01", 60, "B")]))!.Value.ShouldBe(30);
    }

    [Fact]
    public void Epilepsy_excludes_and_in_patient_medicines_are_left_out()
    {
        DispensingFact[] two = [Give("etizolam", "2026-10-01"), Give("etizolam", "2026-10-01", from: "B")];

        var epilepsy = Osaka.Finding(Signal, Person([Claim(signs: ClaimSigns.Epilepsy)], two))!;
        (epilepsy.IsExcluded, epilepsy.Excluded.Single().Reason).ShouldBe((true, "epilepsy"));
        var inpatient = Osaka.Finding(Signal, Person(given: [two[0], two[1] with { IsInpatient = true }]))!;
        (inpatient.IsExcluded, inpatient.Excluded.Single()).ShouldBe((true, new ClaimExclusion("in-patient", 1)));
    }

    [Fact]
    public void The_sweep_counts_what_counting_day_by_day_counts()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 500; round++)
        {
            var exposures = Enumerable.Range(0, random.Next(0, 12))
                .Select(_ => new Exposure(new Drug(0, ShortCode.None), null, Code($"{(char)('A' + random.Next(3))}"), DateOnly.FromDayNumber(1000 + random.Next(60)), true, random.Next(1, 40), false, default, []))
                .ToList();
            var window = new DayRange(1000 + random.Next(30), 1040 + random.Next(40));
            var days = Enumerable.Range(window.From, window.To - window.From)
                .Where(day => exposures.Where(one => one.Certain.Contains(DateOnly.FromDayNumber(day))).Select(one => one.Source).Distinct().Count() > 1)
                .ToList();
            var overlap = Overlap.Of(exposures, window);

            overlap.Days.ShouldBe(days.Count);
            if (days.Count > 0)
            {
                overlap.FirstDay.ShouldBe(days[0]);
                overlap.Meeting.ShouldBe(exposures.Where(one => days.Exists(day => one.Certain.Contains(DateOnly.FromDayNumber(day)))));
            }
        }
    }
}
