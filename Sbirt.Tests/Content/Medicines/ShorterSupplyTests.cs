using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

/// <summary>For how many days an order could be written instead, and when that is not said.</summary>
public sealed class ShorterSupplyTests
{
    [Theory]
    [InlineData("etizolam", 60, 30)]
    [InlineData("diazepam", 120, 90)]
    [InlineData("clorazepate", 30, 14)]
    public void An_order_above_its_limit_could_be_for_the_limit(string ingredient, int days, int limit)
    {
        var shorter = Judge(Draft(ingredient, days, id: "MedicationRequest/d1")).Finding("above-supply-limit")!.Shorter.ShouldHaveSingleItem();

        (shorter.UseId, shorter.Ingredient.Id, shorter.FromDays, shorter.ToDays).ShouldBe(("MedicationRequest/d1", ingredient, days, limit));
    }

    [Fact]
    public void Of_the_lines_of_one_medicine_those_that_are_longer_are_named() =>
        Judge(Draft("etizolam", 60, id: "a"), Draft("etizolam", 45, id: "b"), Draft("etizolam", 20, id: "c"))
            .Finding("above-supply-limit")!.Shorter.Select(each => (each.UseId, each.FromDays, each.ToDays)).ShouldBe([("a", 60, 30), ("b", 45, 30)]);

    [Fact]
    public void What_is_on_record_already_is_not_an_order_to_change() =>
        Judge(Use("etizolam", 1, 60)).Finding("above-supply-limit")!.Shorter.ShouldBeEmpty();

    [Fact]
    public void K3_with_days_that_are_estimated_no_line_is_named() =>
        Judge(Draft("etizolam", 60, id: "a"), Draft("etizolam", 60, id: "b") with { DaysAreEstimated = true })
            .Finding("above-supply-limit")!.Shorter.ShouldBeEmpty();

    [Fact]
    public void An_early_refill_could_be_for_the_days_that_are_not_at_hand()
    {
        var finding = Judge(Use("zolpidem", 20, 30, daily: 10), Draft("zolpidem", 30, daily: 10, id: "d")).Finding("early-refill")!;

        finding.Shorter.ShouldBe([new ShorterSupply("d", Library.Find("zolpidem")!, 30, 20)]);
    }

    [Fact]
    public void When_the_last_supply_covers_all_of_it_the_offer_stays_in_words() =>
        Judge(Use("zolpidem", 5, 30, daily: 10), Draft("zolpidem", 25, daily: 10)).Finding("early-refill")!.Shorter.ShouldBeEmpty();

    [Fact]
    public void K3_days_at_hand_count_only_when_both_are_taken_in_one_known_amount()
    {
        Judge(Use("zolpidem", 20, 30), Draft("zolpidem", 30)).Finding("early-refill")!.Shorter.ShouldBeEmpty();
        Judge(Use("zolpidem", 20, 30, daily: 10), Draft("zolpidem", 30)).Finding("early-refill")!.Shorter.ShouldBeEmpty();
        Judge(Use("zolpidem", 20, 30, daily: 10), Draft("zolpidem", 30, daily: 5)).Finding("early-refill")!.Shorter.ShouldBeEmpty();
    }

    [Fact]
    public void An_overlap_with_another_prescriber_shortens_nothing() =>
        Judge(Use("etizolam", 5, 30, daily: 1, by: "there"), Draft("etizolam", 30, daily: 1)).Findings.SelectMany(finding => finding.Shorter).ShouldBeEmpty();
}
