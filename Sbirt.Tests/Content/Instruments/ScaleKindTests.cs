using Sbirt.Content;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

public sealed class ScaleKindTests
{
    private static readonly Instrument Triage = Yaml.Instrument("""
        items:
          - { linkId: probe-1, text: { ja: 一, en: One }, answers: yesno }
          - { linkId: probe-2, text: { ja: 二, en: Two }, answers: yesno }
          - { linkId: probe-3, text: { ja: 三, en: Three }, answers: yesno, enabledWhen: { all: [ { item: probe-2, atLeast: 1 } ] } }
        scales:
          - id: triage
            main: true
            title: { ja: 段階, en: Level }
            kind: levels
            levels:
              - { value: 3, title: { ja: 高い, en: High }, when: { any: [ { item: probe-3, atLeast: 1 } ] } }
              - { value: 2, title: { ja: 中, en: Middle }, when: { all: [ { item: probe-1, equals: 1 }, { item: probe-2, equals: 1 } ] } }
              - { value: 1, title: { ja: 低い, en: Low }, when: { any: [ { item: probe-1, not: 0 }, { item: probe-2, not: 0 } ] } }
            range: { min: 0, max: 3 }

        """);

    private static readonly Instrument Amount = Yaml.Instrument("""
        items:
          - linkId: probe-1
            text: { ja: 頻度, en: Frequency }
            options:
              - { code: rarely, score: 0, text: { ja: ほとんど飲まない, en: Rarely } }
              - { code: some, score: 0.5, text: { ja: 時々, en: Sometimes } }
              - { code: daily, score: 1, text: { ja: 毎日, en: Daily } }
          - linkId: probe-2
            text: { ja: 合, en: Cups }
            range: { min: 1, max: 5 }
        scales:
          - { id: grams, main: true, kind: product, factor: 22.25, decimals: 1, unit: g/d, estimate: true, title: { ja: 1日の純アルコール, en: Alcohol per day }, items: [ probe-1, probe-2 ], range: { min: 0, max: 111.3 } }

        """);

    private static readonly Instrument BySex = Yaml.Instrument("""
        items:
          - linkId: probe-1
            text: { ja: 一, en: One }
            options:
              - { code: "no", score: 0, text: { ja: いいえ, en: "No" } }
              - { code: "yes", scoreBySex: { male: 3, female: 1 }, text: { ja: はい, en: "Yes" } }
          - linkId: probe-2
            text: { ja: 二, en: Two }
            options:
              - { code: "no", score: 0, text: { ja: いいえ, en: "No" } }
              - { code: "yes", scoreBySex: { male: 0, female: 3 }, text: { ja: はい, en: "Yes" } }
        scales:
          - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ probe-1, probe-2 ], range: { min: 0, max: 4 } }

        """);

    [Theory]
    [InlineData(0, 0, null, 0, 0, 0)]
    [InlineData(1, 0, null, 1, 1, 1)]
    [InlineData(1, 1, 0, 2, 2, 2)]
    [InlineData(0, 1, 1, 3, 3, 3)]
    [InlineData(null, 1, 1, 3, 3, 3)]
    [InlineData(null, 1, 0, null, 1, 2)]
    [InlineData(0, null, null, null, 0, 3)]
    [InlineData(0, 1, null, null, 1, 3)]
    public void A_level_is_certain_when_it_holds_and_no_more_serious_one_can(int? one, int? two, int? three, int? value, int lower, int upper)
    {
        var scored = Triage.Score(ASheet("probe").WithScores("probe", one, two, three));

        scored.Main.Value.ShouldBe(value);
        (scored.Main.Lower, scored.Main.Upper).ShouldBe((lower, upper));
    }

    [Fact]
    public void A_certain_level_still_names_the_missing_answer()
    {
        var scored = Triage.Score(ASheet("probe").WithScores("probe", null, 1, 1));

        scored.Main.IsComplete.ShouldBeTrue();
        scored.Missing.ShouldBe(["probe-1"]);
        var issue = scored.Issues.ShouldHaveSingleItem();
        (issue.Reason.Code, issue.Seriousness).ShouldBe(("incomplete", Seriousness.Low));
    }

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(0.5, 3, 33.4)]
    [InlineData(1, 1, 22.3)]
    public void A_product_is_multiplied_by_its_factor_and_rounded(double frequency, int cups, double grams) =>
        Amount.Score(ASheet("probe").With("probe-1", (decimal)frequency).With("probe-2", cups)).Main.Value.ShouldBe((decimal)grams);

    [Fact]
    public void A_product_with_a_gap_has_bounds()
    {
        var main = Amount.Score(ASheet("probe").With("probe-1", 1)).Main;

        (main.Value, main.Lower, main.Upper).ShouldBe((null, 22.3m, 111.3m));
        main.Scale.Estimate.ShouldBeTrue();
        main.Scale.IsWhole.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Sex.Male, 3, 3, 3)]
    [InlineData(Sex.Female, 4, 4, 4)]
    [InlineData(Sex.Other, null, 3, 4)]
    [InlineData(null, null, 3, 4)]
    public void K3_points_by_sex_give_bounds_when_the_sex_is_not_known(Sex? sex, int? value, int lower, int upper)
    {
        var scored = BySex.Score(Yeses(), new Person(sex));

        (scored.Main.Value, scored.Main.Lower, scored.Main.Upper).ShouldBe((value, lower, upper));
        scored.Issues.Select(issue => issue.Reason.Code).ShouldBe(value is null ? ["incomplete"] : []);
        scored.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_whose_points_do_not_depend_on_sex_leaves_no_bounds() =>
        BySex.Score(ASheet("probe").WithCode("probe-1", null, "no").WithCode("probe-2", null, "no")).Main.Value.ShouldBe(0);

    [Fact]
    public void A_number_that_means_another_answer_in_the_other_sex_is_ambiguous() =>
        BySex.Refuse(ASheet("probe").With("probe-2", 0)).ShouldHaveSingleItem().Code.ShouldBe("answer-ambiguous");

    private static Builders.SheetBuilder Yeses() =>
        ASheet("probe").WithCode("probe-1", CodeSystems.Answers, "yes").WithCode("probe-2", CodeSystems.Answers, "yes");
}
