using Sbirt.Content.Claims;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class PolypharmacyTests
{
    private const string Signal = "psychotropic-polypharmacy";

    [Theory]
    [InlineData("etizolam alprazolam", false, 0)]
    [InlineData("etizolam alprazolam diazepam", true, 3)]
    [InlineData("zolpidem brotizolam", false, 0)]
    [InlineData("zolpidem brotizolam suvorexant", true, 3)]
    [InlineData("etizolam alprazolam zolpidem", false, 0)]
    [InlineData("etizolam alprazolam zolpidem brotizolam", true, 4)]
    [InlineData("etizolam alprazolam diazepam zolpidem", true, 4)]
    [InlineData("sertraline paroxetine", false, 0)]
    [InlineData("sertraline paroxetine mirtazapine", true, 3)]
    [InlineData("risperidone olanzapine quetiapine", true, 3)]
    [InlineData("risperidone olanzapine sertraline paroxetine etizolam alprazolam", false, 0)]
    public void The_fee_rule_counts_each_group_in_one_prescription(string ingredients, bool isReached, int value)
    {
        var finding = Osaka.Finding(Signal, Person(given: One(ingredients)));

        (finding is { Status: SignalStatus.Reached }).ShouldBe(isReached);
        (finding?.Value ?? 0).ShouldBe(value);
    }

    [Fact]
    public void Brands_and_strengths_of_one_ingredient_are_one() =>
        Osaka.Finding(Signal, Person(given: [Give("etizolam", "2026-10-01", code: Etizolam05), Give("etizolam", "2026-10-01", code: Etizolam1), Give("diazepam", "2026-10-01")]))
            .ShouldBeNull();

    [Fact]
    public void Medicines_as_needed_count_and_what_is_put_on_does_not()
    {
        var two = One("etizolam alprazolam").ToList();

        Osaka.Finding(Signal, Person(given: [.. two, Give("diazepam", "2026-10-01", form: IntakeForm.AsNeeded)]))!.Value.ShouldBe(3);
        Osaka.Finding(Signal, Person(given: [.. two, Give("diazepam", "2026-10-01", form: IntakeForm.Other)])).ShouldBeNull();
    }

    [Fact]
    public void Prescriptions_that_stay_below_one_by_one_are_approaching_together()
    {
        var finding = Osaka.Finding(Signal, Person(given: [.. One("etizolam alprazolam"), Give("diazepam", "2026-10-20", from: "B", prescription: 2)]))!;

        (finding.Status, finding.Value, finding.Threshold, finding.Evidence.Length).ShouldBe((SignalStatus.Approaching, 3m, 3m, 3));
        finding.Arithmetic!.En.ShouldContain("prescriptions: 2");
    }

    [Fact]
    public void Prescriptions_of_two_months_are_not_taken_together() =>
        Osaka.Scan(Person(given: [.. One("etizolam alprazolam"), Give("diazepam", "2026-11-02", prescription: 2)]), 202610, 202611).ShouldBeEmpty();

    private static IEnumerable<DispensingFact> One(string ingredients) =>
        ingredients.Split(' ').Select(ingredient => Give(ingredient, "2026-10-01", prescription: 1)).ToList();
}
