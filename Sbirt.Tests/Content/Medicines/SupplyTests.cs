using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

public sealed class SupplyTests
{
    [Fact]
    public void An_order_and_its_dispensing_are_one_supply_with_the_orders_prescriber()
    {
        var order = Use("zolpidem", 30, 30, 10, by: "there");
        var dispensing = Use("zolpidem", 29, 40, by: null) with { Kind = UseKind.Dispensing };

        var finding = Judge(order, dispensing, Draft("zolpidem", 20, 10)).Finding("same-medicine-elsewhere")!;

        finding.Evidence.Count(each => !each.IsDraft).ShouldBe(1);
        finding.Detail.En.ShouldContain("lasts until 2026-12-01");
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void They_are_one_while_the_prescription_was_valid(int daysLater, int supplies)
    {
        var order = Use("zolpidem", 20, 40, by: "there");
        var dispensing = Use("zolpidem", 20 - daysLater, 40, by: null) with { Kind = UseKind.Dispensing };

        MedicineJudging.Judge(Library, Facts(order, dispensing) with { AgeYears = 80 })
            .Finding("sedative-in-older-age")!.Evidence.Length.ShouldBe(supplies);
    }

    [Fact]
    public void A_statement_gives_way_to_what_was_handed_out() =>
        Judge(Use("zolpidem", 5, 30, 10), Use("zolpidem", 5, 30, 10) with { Kind = UseKind.Statement })
            .Finding("diazepam-equivalent-trend")!.Detail.En.ShouldStartWith("2026-11-21: 5 mg.");

    [Fact]
    public void What_lies_in_the_future_is_no_record() =>
        Judge(Use("zolpidem", -1, 30, 10)).Findings.ShouldBeEmpty();

    [Fact]
    public void A_medicine_without_a_date_is_asked_about() =>
        MedicineJudging.Judge(Library, Facts(Use("zolpidem", 0, null) with { Start = null }) with { AgeYears = 80 })
            .IsOpen("sedative-in-older-age").ShouldBeTrue();

    [Fact]
    public void Use_as_needed_is_marked_as_an_estimate() =>
        MedicineJudging.Judge(Library, Facts(Use("zolpidem", 3, 10) with { AsNeeded = true, DaysAreEstimated = true }) with { AgeYears = 80 })
            .Finding("sedative-in-older-age")!.RestsOnEstimate.ShouldBeTrue();

    [Fact]
    public void J9_the_first_and_last_day_of_the_calendar_break_nothing()
    {
        var ends = new[] { DateOnly.MinValue, DateOnly.MaxValue }.SelectMany(day => new[]
        {
            Use("zolpidem", 0, 3_660, 10) with { Start = DaySpan.On(day) },
            Draft("zolpidem", 3_660, 10) with { Start = DaySpan.On(day) },
            Use("tramadol", 0, null, by: "there") with { Start = new DaySpan(DateOnly.MinValue, DateOnly.MaxValue) },
        });

        Should.NotThrow(() => Judge(ends));
    }
}
