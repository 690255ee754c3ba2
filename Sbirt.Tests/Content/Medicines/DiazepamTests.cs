using Sbirt.Content.Findings;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

public sealed class DiazepamTests
{
    private const string Trend = "diazepam-equivalent-trend";

    [Fact]
    public void The_tables_are_named_and_their_difference_is_shown_as_a_range()
    {
        var finding = Judge(Use("alprazolam", 100, 30, 0.8m), Use("alprazolam", 3, 30, 1.6m)).Finding(Trend)!;

        finding.Detail.En.ShouldStartWith("2026-11-21: 10–32 mg. 2026-08-23: 5–16 mg. By the Inada table 10 mg, by the Ashton table 32 mg.");
        finding.Detail.Ja.ShouldContain("切り替えの量ではありません");
        finding.Seriousness.ShouldBe(Seriousness.None);
    }

    [Fact]
    public void Medicines_add_up_and_what_a_table_lacks_is_said()
    {
        var finding = Judge(Use("etizolam", 3, 30, 1.5m), Use("lormetazepam", 3, 30, 1)).Finding(Trend)!;

        // Etizolam 1.5 mg is 5 mg by Inada; lormetazepam 1 mg is 5 mg by Inada and 5 to 10 mg by Ashton.
        finding.Detail.En.ShouldContain("2026-11-21: 10–15 mg.");
        finding.Detail.En.ShouldContain("by the Ashton table no sum: a medicine is not in it");
    }

    [Fact]
    public void What_has_no_daily_amount_is_named_and_left_out() =>
        Judge(Use("etizolam", 3, 30, 1.5m), Use("zolpidem", 3, 30)).Finding(Trend)!.Detail.En
            .ShouldEndWith("Not counted, for want of a daily amount or an equivalent: Zolpidem.");

    [Fact]
    public void An_order_being_written_takes_the_place_of_the_last_from_the_same_source() =>
        Judge(Use("etizolam", 3, 30, 3), Draft("etizolam", 14, 1.5m)).Finding(Trend)!.Detail.En.ShouldStartWith("2026-11-21: 5 mg.");

    [Fact]
    public void Equivalents_that_sources_dispute_are_marked()
    {
        Library.Find("lorazepam")!.Diazepam!.IsDisputed.ShouldBeTrue();
        Library.Find("eszopiclone")!.Diazepam!.Inada.ShouldBe(2.5m);
        Library.Find("diazepam")!.Diazepam!.IsDisputed.ShouldBeFalse();
    }
}
