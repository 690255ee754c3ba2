using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

public sealed class OverlapTests
{
    private const string Overlap = "overlapping-supply";
    private const string Elsewhere = "same-medicine-elsewhere";

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(15, true)]
    public void Two_prescribers_overlap_from_14_days(int days, bool holds)
    {
        var judgement = Judge(Use("etizolam", daysAgo: 40, days: 40 + days, by: "there"), Draft("etizolam", days: 30));

        (judgement.Finding(Overlap) is not null).ShouldBe(holds);
        if (holds)
        {
            judgement.Finding(Overlap)!.Detail.En.ShouldBe($"Etizolam: supplies from 2 prescribers overlap on {days} days by the count (guide: 14).");
        }
    }

    [Fact]
    public void Different_medicines_of_a_kind_overlap_as_well() =>
        Judge(Use("zolpidem", 10, 30, by: "there"), Draft("brotizolam", 30)).Finding(Overlap)!.Evidence.Length.ShouldBe(2);

    [Fact]
    public void Medicines_of_different_kinds_do_not() =>
        Judge(Use("zolpidem", 10, 30, by: "there"), Draft("etizolam", 30)).Finding(Overlap).ShouldBeNull();

    [Fact]
    public void One_prescriber_never_overlaps_with_himself() =>
        Judge(Use("etizolam", 10, 30), Use("etizolam", 3, 30), Draft("etizolam", 30)).Finding(Overlap).ShouldBeNull();

    [Fact]
    public void With_the_prescriber_not_told_the_answer_is_open()
    {
        var judgement = Judge(Use("etizolam", 10, 60, by: null), Draft("etizolam", 30));

        judgement.Finding(Overlap).ShouldBeNull();
        judgement.IsOpen(Overlap).ShouldBeTrue();
        judgement.IsOpen(Elsewhere).ShouldBeTrue();
    }

    [Fact]
    public void With_the_days_not_told_the_answer_is_open() =>
        Judge(Use("etizolam", 10, days: null, by: "there"), Draft("etizolam", 30)).IsOpen(Overlap).ShouldBeTrue();

    [Theory]
    [InlineData(30, true)]
    [InlineData(44, false)]
    public void J9_a_month_as_a_date_counts_only_the_days_that_are_sure(int daysOfSupply, bool isOpen)
    {
        var october = new DaySpan(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31));
        var judgement = Judge(Use("etizolam", 0, daysOfSupply + 30, by: "there") with { Start = october }, Draft("etizolam", 40));

        // 1 October + 74 days ends on 13 December, 22 days after today; + 60 days on 29 November.
        judgement.IsOpen(Overlap).ShouldBe(isOpen);
        (judgement.Finding(Overlap) is not null).ShouldBe(!isOpen);
    }

    [Fact]
    public void An_overlap_of_long_ago_is_no_news() =>
        Judge(Use("etizolam", 400, 60, by: "there"), Use("etizolam", 390, 60)).Finding(Overlap).ShouldBeNull();

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Something_of_the_kind_runs_elsewhere_while_one_day_is_left(int days, bool holds) =>
        (Judge(Use("zolpidem", 10, days, by: "there"), Draft("etizolam"), Draft("brotizolam")).Finding(Elsewhere) is not null).ShouldBe(holds);

    [Fact]
    public void Without_an_order_being_written_nothing_runs_elsewhere() =>
        Judge(Use("zolpidem", 10, 30, by: "there"), Use("zolpidem", 10, 30)).Finding(Elsewhere).ShouldBeNull();

    [Fact]
    public void The_days_of_overlap_agree_with_days_ticked_off_one_by_one()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            MedicineUse[] uses = [.. Enumerable.Range(0, random.Next(2, 9)).Select(i =>
                Use("etizolam", random.Next(0, 80), random.Next(1, 35), by: "abc"[random.Next(3)..][..1], id: $"{round}-{i}"))];

            var days = TickedOff(uses);
            var finding = Judge(uses).Finding(Overlap);

            (finding is not null).ShouldBe(days >= 14, $"round {round}: {days} days");
            finding?.Detail.En.ShouldContain($"overlap on {days} days");
        }
    }

    /// <summary>
    /// Each source's stock day by day: it grows by what is handed out, and one day's worth is used a day. A day
    /// counts when two sources have something to use. Lines of one day from one source last as long as the longest.
    /// </summary>
    private static int TickedOff(MedicineUse[] uses)
    {
        var stock = new Dictionary<PrescribingSource, int>();
        var counted = 0;
        for (var day = Today.AddDays(-90); day < Today.AddDays(300); day = day.AddDays(1))
        {
            foreach (var handedOut in uses.Where(use => use.Start!.Value.Earliest == day).GroupBy(use => use.Source))
            {
                stock[handedOut.Key] = stock.GetValueOrDefault(handedOut.Key) + handedOut.Max(use => use.Days!.Value);
            }

            var sources = stock.Where(each => each.Value > 0).Select(each => each.Key).ToList();
            counted += sources.Count >= 2 ? 1 : 0;
            sources.ForEach(source => stock[source]--);
        }

        return counted;
    }
}
