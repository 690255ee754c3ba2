using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.Builders;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Thresholds;

public sealed class JudgingTests
{
    private static readonly ThresholdLibrary Plain = Packs.Load(Packs.Pack("plain", "sets:\n" + Packs.Set()));

    private static readonly ThresholdLibrary BySex = Packs.Load(Packs.Pack(
        "sexes",
        "sets:\n" + Packs.Set(appliesTo: "{ sex: male }") + Packs.Set(Packs.Strict, "{ sex: female }")));

    private static readonly ThresholdLibrary ByAgeAndPregnancy = Packs.Load(Packs.Pack(
        "cases",
        "sets:\n" + Packs.Set(appliesTo: "{ maxAge: 64, pregnant: false }") + Packs.Set(Packs.Strict, "{ minAge: 65 }") + Packs.Set(Packs.Strict, "{ maxAge: 64, pregnant: true }")));

    [Theory]
    [InlineData(0, "low", Seriousness.None)]
    [InlineData(2, "low", Seriousness.None)]
    [InlineData(3, "middle", Seriousness.Moderate)]
    [InlineData(4, "middle", Seriousness.Moderate)]
    [InlineData(6, "high", Seriousness.High)]
    public void K2_a_score_lies_in_the_band_that_holds_it(int score, string band, Seriousness seriousness)
    {
        var judgement = Judging.Judge(Plain, "plain", Scored(score), Person.Unknown);

        var finding = judgement.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe($"plain.probe.total.{band}");
        finding.Band!.Id.ShouldBe(band);
        finding.Seriousness.ShouldBe(seriousness);
        finding.Set!.PackId.ShouldBe("plain");
        finding.Set.Effective.ShouldBe(new DateOnly(2024, 4, 1));
        finding.Assumptions.ShouldBeEmpty();
        finding.Evidence.ShouldHaveSingleItem().ShouldBe(new Evidence(Packs.Probe.Scales[0].Title, score, score, score, finding.Band.Span));
        judgement.Leading.ShouldBe(finding);
        judgement.HandOver.ShouldBe(band == "high");
    }

    [Theory]
    [InlineData(Sex.Male, "low", false)]
    [InlineData(Sex.Female, "high", false)]
    [InlineData(Sex.Other, "high", true)]
    [InlineData(null, "high", true)]
    public void K3_when_the_sex_is_not_known_the_stricter_cut_off_is_used_and_said(Sex? sex, string band, bool assumed)
    {
        var finding = Judging.Judge(BySex, "sexes", Scored(2), new Person(sex)).Leading!;

        finding.Band!.Id.ShouldBe(band);
        finding.Assumptions.Length.ShouldBe(assumed ? 1 : 0);
        if (sex is null)
        {
            finding.Assumptions[0].En.ShouldBe("Sex not told: the stricter cut-off is used.");
            finding.Assumptions[0].Ja.ShouldBe("性別が分からないため、厳しいほうの基準を使っています。");
        }
    }

    [Theory]
    [InlineData(64, false, "low", 0)]
    [InlineData(65, false, "high", 0)]
    [InlineData(64, true, "high", 0)]
    [InlineData(64, null, "high", 1)]
    [InlineData(null, false, "high", 1)]
    [InlineData(null, null, "high", 2)]
    public void K3_when_age_or_pregnancy_is_not_told_the_stricter_cut_off_is_used_and_said(int? age, bool? pregnant, string band, int assumptions)
    {
        var finding = Judging.Judge(ByAgeAndPregnancy, "cases", Scored(2), new Person(Sex.Female, age, pregnant)).Leading!;

        finding.Band!.Id.ShouldBe(band);
        finding.Assumptions.Length.ShouldBe(assumptions);
    }

    [Fact]
    public void A_man_is_not_judged_by_the_cut_offs_of_pregnancy() =>
        Judging.Judge(ByAgeAndPregnancy, "cases", Scored(2), new Person(Sex.Male, 40)).Leading!.Assumptions.ShouldBeEmpty();

    [Fact]
    public void An_incomplete_score_has_a_band_when_both_bounds_lie_in_it()
    {
        var scored = Packs.Probe.Score(ASheet("probe").With("probe-1", 3));

        var finding = Judging.Judge(Packs.Load(Packs.Pack("flat", "sets:\n" + Packs.Set("""
            bands:
              - { id: low, from: 0, to: 2, seriousness: low, label: { ja: 低, en: Lower }, action: { ja: 情報, en: Information }, intervention: info }
              - { id: high, from: 3, to: 6, seriousness: high, label: { ja: 高, en: High }, action: { ja: つなぐ, en: Hand over }, intervention: refer }

        """))), "flat", scored, Person.Unknown).Leading!;

        finding.Band!.Id.ShouldBe("high");
        finding.Evidence[0].ShouldBe(new Evidence(Packs.Probe.Scales[0].Title, null, 3, 6, "3–6"));
    }

    [Fact]
    public void An_incomplete_score_across_bands_has_none_and_is_never_called_low()
    {
        var finding = Judging.Judge(Plain, "plain", Packs.Probe.Score(ASheet("probe").With("probe-2", 1).With("probe-3", 0)), Person.Unknown).Leading!;

        finding.Code.ShouldBe("plain.probe.total.incomplete");
        finding.Band.ShouldBeNull();
        finding.Intervention.ShouldBeNull();
        finding.Seriousness.ShouldBe(Seriousness.None);
        finding.Title.En.ShouldBe("Incomplete, between 1 and 4");
        finding.Title.Ja.ShouldBe("未確定(1〜4)");
        finding.Title.En.ShouldNotContain("low", Case.Insensitive);
    }

    [Fact]
    public void An_incomplete_score_that_surely_reaches_a_serious_band_says_at_least()
    {
        var finding = Judging.Judge(Plain, "plain", Packs.Probe.Score(ASheet("probe").With("probe-1", 3)), Person.Unknown).Leading!;

        finding.Band.ShouldBeNull();
        finding.Title.En.ShouldBe("Incomplete, between 3 and 6: at least \"Middle\"");
        finding.Seriousness.ShouldBe(Seriousness.Moderate);
        finding.Evidence[0].CutOff.ShouldBe("3–4");
    }

    [Fact]
    public void With_sex_not_told_a_band_that_is_certain_under_the_stricter_cut_off_is_given()
    {
        var finding = Judging.Judge(BySex, "sexes", Packs.Probe.Score(ASheet("probe").With("probe-1", 3)), Person.Unknown).Leading!;

        finding.Band!.Id.ShouldBe("high");
        finding.Assumptions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(1, 1, "under-5")]
    [InlineData(1, 3, "over-5")]
    [InlineData(3, 3, "over-20")]
    [InlineData(0, 3, "under-5")]
    public void Bands_of_a_scale_with_decimals_leave_no_value_between_them(int one, int two, string band)
    {
        var library = Packs.Load(Packs.Pack("grams", "sets:\n" + Packs.Set(
            """
            bands:
              - { id: under-5, from: 0, below: 5, seriousness: none, label: { ja: 低, en: Under }, action: { ja: 情報, en: Information }, intervention: info }
              - { id: over-5, from: 5, below: 20, seriousness: low, label: { ja: 中, en: Over }, action: { ja: 情報, en: Information }, intervention: info }
              - { id: over-20, from: 20, seriousness: high, label: { ja: 高, en: Far over }, action: { ja: 情報, en: Information }, intervention: info }

            """.Replace("\n", "\n    ", StringComparison.Ordinal).Insert(0, "    "), scale: "grams")));

        Judging.Judge(library, "grams", Packs.Probe.Score(ASheet("probe").WithScores("probe", one, two, one > 0 ? 0 : null)), Person.Unknown)
            .Leading!.Band!.Id.ShouldBe(band);
    }

    [Fact]
    public void A_pack_that_says_nothing_of_a_scale_uses_the_first_it_inherits_that_does()
    {
        var library = Packs.Load(
            Packs.Pack("own", "sets: []", "inherits: [ empty, strict, plain ]"),
            Packs.Pack("empty", "sets: []"),
            Packs.Pack("strict", "sets:\n" + Packs.Set(Packs.Strict)),
            Packs.Pack("plain", "sets:\n" + Packs.Set()));

        var finding = Judging.Judge(library, "own", Scored(2), Person.Unknown).Leading!;

        finding.Code.ShouldBe("own.probe.total.high");
        finding.Set!.PackId.ShouldBe("strict");
    }

    [Fact]
    public void Packs_beside_are_shown_beside_and_do_not_lead()
    {
        var library = Packs.Load(
            Packs.Pack("own", "sets:\n" + Packs.Set(), "beside: [ strict ]"),
            Packs.Pack("strict", "sets:\n" + Packs.Set(Packs.Strict)));

        var judgement = Judging.Judge(library, "own", Scored(2), Person.Unknown);

        judgement.Leading!.Code.ShouldBe("own.probe.total.low");
        judgement.Beside.ShouldHaveSingleItem().Code.ShouldBe("strict.probe.total.high");
    }

    [Fact]
    public void What_two_packs_inherit_alike_is_not_shown_twice()
    {
        var library = Packs.Load(
            Packs.Pack("own", "sets: []", "inherits: [ plain ]\nbeside: [ other ]"),
            Packs.Pack("other", "sets: []", "inherits: [ plain ]"),
            Packs.Pack("plain", "sets:\n" + Packs.Set()));

        Judging.Judge(library, "own", Scored(2), Person.Unknown).Beside.ShouldBeEmpty();
    }

    [Fact]
    public void An_instrument_without_cut_offs_has_no_findings() =>
        Judging.Judge(Packs.Load(Packs.Pack("own", "sets: []")), "own", Scored(2), Person.Unknown).Leading.ShouldBeNull();

    [Fact]
    public void An_unknown_pack_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Judging.Judge(Plain, "nowhere", Scored(2), Person.Unknown));

    [Fact]
    public void K4_the_order_of_the_answers_changes_nothing()
    {
        var forward = Packs.Probe.Score(ASheet("probe").With("probe-1", 3).With("probe-2", 1).With("probe-3", 1));
        var backward = Packs.Probe.Score(ASheet("probe").With("probe-3", 1).With("probe-2", 1).With("probe-1", 3));

        backward.Answers.ShouldBe(forward.Answers);
        Judging.Judge(Plain, "plain", backward, Person.Unknown).Findings.Select(finding => (finding.Code, finding.Evidence[0].Value))
            .ShouldBe(Judging.Judge(Plain, "plain", forward, Person.Unknown).Findings.Select(finding => (finding.Code, finding.Evidence[0].Value)));
    }

    private static Scored Scored(int total) => Packs.Probe.Score(total switch
    {
        0 => Sheet(0, 0),
        1 => Sheet(1, 0),
        2 => Sheet(1, 1),
        3 => Sheet(3, 0),
        4 => Sheet(1, 3),
        _ => Sheet(3, 3),
    });

    private static SheetBuilder Sheet(int one, int two) =>
        ASheet("probe").WithScores("probe", one, two, one > 0 ? 0 : null);
}
