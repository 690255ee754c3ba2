using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Medicines;
using Sbirt.Content.Rules;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

/// <summary>Opioids as oral morphine: an amount to look at, held against nothing.</summary>
public sealed class MorphineTests
{
    private const string Amount = "morphine-equivalent-amount";

    [Fact]
    public void Opioids_add_up_by_their_factors_and_the_origin_of_the_factors_is_said()
    {
        // Oxycodone 20 mg by 1.5 is 30 mg; tramadol 100 mg by 0.2 is 20 mg.
        var finding = Judge(Use("oxycodone", 3, 30, 20), Use("tramadol", 3, 30, 100)).Finding(Amount)!;

        finding.Detail.En.ShouldStartWith("Oxycodone, Tramadol: 50 mg of morphine by mouth a day.");
        finding.Detail.En.ShouldContain("not verified for Japan");
        finding.Detail.Ja.ShouldContain("日本での換算は確認していません");
        finding.Seriousness.ShouldBe(Seriousness.None);
        finding.Safety.ShouldNotBeNull();
    }

    [Fact]
    public void A_dose_from_least_to_most_is_a_range() =>
        Judge(Use("morphine", 3, 30) with { Daily = new DailyAmount(20, 40) }).Finding(Amount)!.Detail.En.ShouldStartWith("Morphine: 20–40 mg");

    [Fact]
    public void What_has_no_factor_or_no_daily_amount_is_named_and_left_out()
    {
        Judge(Use("oxycodone", 3, 30, 20), Use("fentanyl", 3, 30, 1), Use("tramadol", 3)).Finding(Amount)!.Detail.En
            .ShouldEndWith("Not counted, for want of a daily amount or a factor: Fentanyl, Tramadol.");
        Judge(Use("fentanyl", 3, 30, 1)).Finding(Amount).ShouldBeNull();
        Judge(Use("fentanyl", 3, 30, 1)).IsOpen(Amount).ShouldBeTrue();
    }

    [Fact]
    public void It_stands_beside_an_opioid_or_a_sedative_being_written_and_beside_nothing_else()
    {
        Judge(Use("tramadol", 3, 30, 100, by: "there"), Draft("etizolam")).Finding(Amount).ShouldNotBeNull();
        Judge(Draft("tramadol", 14, 100)).Finding(Amount).ShouldNotBeNull();
        Judge(Use("tramadol", 3, 30, 100), Draft("sertraline")).Finding(Amount).ShouldBeNull();
    }

    [Fact]
    public void An_amount_alone_is_no_reason_for_a_card() =>
        Judge(Draft("morphine", 14, 1000)).Findings.ShouldAllBe(finding => finding.Seriousness == Seriousness.None);

    [Fact]
    public void The_printed_rule_says_that_there_is_no_cut_off_and_that_its_factors_are_open_for_Japan()
    {
        var rule = PrintedRules.Of(Cards.Records.Library).SelectMany(chapter => chapter.Rules).Single(each => each.Id == "medicines/" + Amount);

        rule.Note!.En.ShouldStartWith("There is no cut-off.");
        rule.CutOffs.ShouldContain(number => number.What.En == "Hydromorphone" && number.Limit.En == "×5");
        rule.Sources.ShouldAllBe(source => source.Certainty == Certainty.Open && source.Cite.Contains("日本での換算は確認していない", StringComparison.Ordinal));
    }
}
