using Sbirt.Content.Findings;
using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

public sealed class RuleTests
{
    private static readonly string[] Anxiolytics = ["etizolam", "alprazolam", "lorazepam", "diazepam"];
    private static readonly string[] Hypnotics = ["zolpidem", "brotizolam", "nitrazepam", "triazolam"];
    private static readonly string[] Antidepressants = ["sertraline", "mirtazapine", "trazodone"];
    private static readonly string[] Antipsychotics = ["quetiapine", "risperidone", "olanzapine"];

    [Theory]
    [InlineData(2, 0, 0, 0, false)]
    [InlineData(3, 0, 0, 0, true)]
    [InlineData(0, 2, 0, 0, false)]
    [InlineData(0, 3, 0, 0, true)]
    [InlineData(2, 1, 0, 0, false)]
    [InlineData(2, 2, 0, 0, true)]
    [InlineData(3, 1, 0, 0, true)]
    [InlineData(0, 0, 2, 2, false)]
    [InlineData(0, 0, 3, 0, true)]
    [InlineData(0, 0, 0, 3, true)]
    public void One_prescription_is_counted_by_ingredient_as_the_fee_schedule_does(int anxiolytics, int hypnotics, int antidepressants, int antipsychotics, bool holds)
    {
        var drafts = Anxiolytics.Take(anxiolytics).Concat(Hypnotics.Take(hypnotics)).Concat(Antidepressants.Take(antidepressants)).Concat(Antipsychotics.Take(antipsychotics));

        var findings = Judge(drafts.Select(id => Draft(id))).Findings.Where(finding => finding.RuleId == "several-in-one-prescription").ToList();

        findings.Count.ShouldBe(holds ? 1 : 0);
    }

    [Fact]
    public void Two_lines_of_one_ingredient_are_one() =>
        Judge(Draft("etizolam"), Draft("etizolam"), Draft("lorazepam")).Finding("several-in-one-prescription").ShouldBeNull();

    [Fact]
    public void What_others_prescribed_is_not_in_this_prescription() =>
        Judge(Use("etizolam", 3), Use("alprazolam", 3), Draft("lorazepam")).Finding("several-in-one-prescription").ShouldBeNull();

    [Fact]
    public void A_medicine_nobody_can_read_leaves_the_count_open()
    {
        var facts = Facts(Draft("etizolam"), Draft("lorazepam")) with { Unread = [new UnreadMedicine(UnreadReason.CodeUnknown, "x", "MedicationRequest.medication", true)] };

        var judgement = MedicineJudging.Judge(Library, facts);

        judgement.IsOpen("several-in-one-prescription").ShouldBeTrue();
        judgement.Unread.ShouldHaveSingleItem().Text.En.ShouldBe("The ingredient of a medicine cannot be told from its code");
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Etizolam_has_a_limit_of_30_days(int days, bool holds) =>
        (Judge(Draft("etizolam", days)).Finding("above-supply-limit") is not null).ShouldBe(holds);

    [Theory]
    [InlineData("diazepam", 90)]
    [InlineData("clorazepate", 14)]
    public void Limits_differ_by_ingredient(string ingredient, int limit)
    {
        Judge(Draft(ingredient, limit)).Finding("above-supply-limit").ShouldBeNull();
        Judge(Draft(ingredient, limit + 1)).Finding("above-supply-limit")!.Detail.En.ShouldContain($"(limit: {limit})");
    }

    [Fact]
    public void Without_a_limit_or_without_days_nothing_is_exceeded()
    {
        Judge(Draft("eszopiclone", 120)).Finding("above-supply-limit").ShouldBeNull();
        Judge(Draft("etizolam", days: null)).Finding("above-supply-limit").ShouldBeNull();
        Judge(Draft("etizolam", days: null)).IsOpen("above-supply-limit").ShouldBeTrue();
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(22, true)]
    public void A_refill_is_early_when_more_than_7_days_are_left(int daysAgo, bool holds) =>
        (Judge(Use("zolpidem", daysAgo, 30), Draft("zolpidem", 30)).Finding("early-refill") is not null).ShouldBe(holds);

    [Fact]
    public void A_refill_from_another_prescriber_or_of_a_raised_dose_is_no_early_refill()
    {
        Judge(Use("zolpidem", 5, 30, by: "there"), Draft("zolpidem", 30)).Finding("early-refill").ShouldBeNull();
        Judge(Use("zolpidem", 5, 30, daily: 5), Draft("zolpidem", 30, daily: 10)).Finding("early-refill").ShouldBeNull();
    }

    [Fact]
    public void Without_the_days_of_the_last_supply_early_is_open() =>
        Judge(Use("zolpidem", 5, days: null), Draft("zolpidem", 30)).IsOpen("early-refill").ShouldBeTrue();

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Early_refills_repeat_from_three_in_180_days(int times, bool holds)
    {
        var uses = Enumerable.Range(1, times).Select(back => Use("zolpidem", back * 20, 30)).Append(Draft("zolpidem", 30));

        (Judge(uses).Finding("early-refill-repeated") is not null).ShouldBe(holds);
    }

    [Theory]
    [InlineData("2025-11-21", true)]
    [InlineData("2025-11-22", false)]
    public void Twelve_months_are_counted_from_the_first_prescription_to_this_one(string first, bool holds)
    {
        var uses = new List<MedicineUse>();
        for (var day = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture); day < Today; day = day.AddDays(28))
        {
            uses.Add(Use("zolpidem", Today.DayNumber - day.DayNumber, 28, daily: 10));
        }

        var finding = Judge([.. uses, Draft("zolpidem", 28, daily: 10)]).Finding("twelve-months-same-dose");

        (finding is not null).ShouldBe(holds);
        finding?.Detail.En.ShouldBe("Zolpidem: 10 mg a day without change from 2025-11-21 to 2026-11-21 (12 months).");
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_gap_of_more_than_7_days_begins_anew(int gap, bool holds)
    {
        var uses = Enumerable.Range(0, 14).Select(i => Use("zolpidem", (i * 28) + (i > 6 ? gap : 0) + 28, 28, daily: 10));

        (Judge([.. uses, Draft("zolpidem", 28, daily: 10)]).Finding("twelve-months-same-dose") is not null).ShouldBe(holds);
    }

    [Fact]
    public void Another_dose_begins_anew_and_an_unknown_one_leaves_it_open()
    {
        MedicineUse[] months = [.. Enumerable.Range(1, 14).Select(i => Use("zolpidem", i * 28, 28, daily: 10))];

        Judge([.. months, Draft("zolpidem", 28, daily: 5)]).Finding("twelve-months-same-dose").ShouldBeNull();
        Judge([.. months[..6], months[6] with { Daily = null }, .. months[7..], Draft("zolpidem", 28, daily: 10)]).IsOpen("twelve-months-same-dose").ShouldBeTrue();
        Judge([.. months[..6], months[6] with { AsNeeded = true, Daily = null }, .. months[7..], Draft("zolpidem", 28, daily: 10)]).Finding("twelve-months-same-dose").ShouldBeNull();
    }

    [Fact]
    public void Tandospirone_is_no_benzodiazepine_and_may_go_on_for_a_year() =>
        Judge([.. Enumerable.Range(1, 14).Select(i => Use("tandospirone", i * 28, 28, daily: 30)), Draft("tandospirone", 28, daily: 30)])
            .Finding("twelve-months-same-dose").ShouldBeNull();

    [Theory]
    [InlineData(30, 30, false)]
    [InlineData(30, 31, true)]
    public void An_opioid_and_a_benzodiazepine_meet_on_one_day(int daysAgo, int days, bool holds)
    {
        var judgement = Judge(Use("tramadol", daysAgo, days, by: "there"), Draft("etizolam"));

        (judgement.Finding("opioid-with-benzodiazepine") is not null).ShouldBe(holds);
        judgement.Findings.Any(finding => finding.Seriousness == Seriousness.High).ShouldBe(holds);
    }

    [Fact]
    public void With_an_unrelated_order_being_written_what_runs_is_left_in_peace() =>
        Judge(Use("tramadol", 3), Use("etizolam", 3), Draft("sertraline")).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData(Seriousness.Low, 30, false, false)]
    [InlineData(Seriousness.Moderate, 30, true, false)]
    [InlineData(Seriousness.High, 365, true, false)]
    [InlineData(Seriousness.High, 366, false, true)]
    public void A_sedative_with_drinking_that_reached_brief_intervention_within_a_year(Seriousness seriousness, int daysAgo, bool holds, bool isOpen)
    {
        var judgement = MedicineJudging.Judge(Library, Facts(Draft("zolpidem")) with { Drinking = Drinking(seriousness, daysAgo) });

        (judgement.Finding("sedative-with-risky-drinking") is not null).ShouldBe(holds);
        judgement.IsOpen("sedative-with-risky-drinking").ShouldBe(isOpen);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void A_sedative_is_spoken_of_from_65_years(int age, bool holds) =>
        (MedicineJudging.Judge(Library, Facts(Draft("zolpidem")) with { AgeYears = age }).Finding("sedative-in-older-age") is not null).ShouldBe(holds);

    [Fact]
    public void K3_what_is_not_told_is_asked_and_never_guessed()
    {
        var judgement = Judge(Draft("zolpidem"));

        judgement.Findings.ShouldBeEmpty();
        judgement.Open.Select(question => question.Rule.Id).ShouldBe(
            ["sedative-with-risky-drinking", "sedative-with-sleep-apnoea", "sedative-in-older-age", "diazepam-equivalent-trend"]);
    }

    [Fact]
    public void Sleep_apnoea_is_told_or_open_or_not_there()
    {
        MedicineJudging.Judge(Library, Facts(Draft("zolpidem")) with { SleepApnoea = true }).Finding("sedative-with-sleep-apnoea").ShouldNotBeNull();
        MedicineJudging.Judge(Library, Facts(Draft("zolpidem")) with { SleepApnoea = false }).IsOpen("sedative-with-sleep-apnoea").ShouldBeFalse();
        Judge(Draft("zolpidem")).IsOpen("sedative-with-sleep-apnoea").ShouldBeTrue();
        Judge(Draft("sertraline")).Open.ShouldBeEmpty();
    }
}
