using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.Builders;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Thresholds;

public sealed class ModifierTests
{
    [Theory]
    [InlineData("sum", 4, 1, 3, true)]
    [InlineData("sum", 4, 3, 0, false)]
    [InlineData("sum", 4, null, 3, false)]
    [InlineData("sum", 3, null, 3, true)]
    [InlineData("any", 3, 3, 0, true)]
    [InlineData("any", 3, 1, 1, false)]
    [InlineData("any", 3, null, 3, true)]
    [InlineData("any", 3, null, null, false)]
    [InlineData("each", 1, 1, 3, true)]
    [InlineData("each", 1, 1, 0, false)]
    [InlineData("each", 1, null, 3, false)]
    public void A_rule_holds_on_the_answers_that_are_there_and_never_on_a_missing_one(string test, int atLeast, int? one, int? two, bool holds)
    {
        var library = With($"id: flag\n    on: [ probe-1, probe-2 ]\n    test: {test}\n    atLeast: {atLeast}\n    seriousness: high");

        Flags(library, ASheet("probe").WithScores("probe", one, two)).ShouldBe(holds ? ["flag"] : []);
    }

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 0, false)]
    [InlineData(null, 3, false)]
    public void A_rule_on_a_scale_holds_when_its_lowest_possible_value_reaches_the_limit(int? one, int? two, bool holds) =>
        Flags(With("id: flag\n    scale: total\n    atLeast: 4\n    seriousness: high"), ASheet("probe").WithScores("probe", one, two))
            .ShouldBe(holds ? ["flag"] : []);

    [Theory]
    [InlineData("{ pregnant: true }", Sex.Female, 30, true, true)]
    [InlineData("{ pregnant: true }", Sex.Female, 30, null, false)]
    [InlineData("{ pregnant: true }", Sex.Female, 30, false, false)]
    [InlineData("{ maxAge: 19 }", null, 19, null, true)]
    [InlineData("{ maxAge: 19 }", null, 20, null, false)]
    [InlineData("{ maxAge: 19 }", null, null, null, false)]
    [InlineData("{ sex: female }", Sex.Female, null, null, true)]
    [InlineData("{ sex: female }", Sex.Other, null, null, false)]
    [InlineData("{ sex: female }", null, null, null, false)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", Sex.Female, 30, null, true)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", Sex.Female, null, null, true)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", Sex.Female, 30, false, false)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", Sex.Female, 30, true, false)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", Sex.Female, 50, null, false)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", Sex.Male, 30, null, false)]
    [InlineData("{ sex: female, maxAge: 49, pregnancyTold: false }", null, 30, null, false)]
    public void What_a_rule_asks_of_the_person_must_be_known(string appliesTo, Sex? sex, int? age, bool? pregnant, bool holds) =>
        Flags(With($"id: flag\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: high\n    appliesTo: {appliesTo}"), ASheet("probe").With("probe-1", 1), new Person(sex, age, pregnant))
            .ShouldBe(holds ? ["flag"] : []);

    [Fact]
    public void Q6_a_safety_rule_leads_whatever_the_total_and_whatever_is_missing()
    {
        var library = With("id: suicidality\n    topic: suicidality\n    on: [ probe-2 ]\n    test: any\n    atLeast: 1\n    seriousness: urgent\n    intervention: safety\n    handOver: true");

        var judgement = Judging.Judge(library, "own", Packs.Probe.Score(ASheet("probe").With("probe-2", 1)), Person.Unknown);

        judgement.Leading!.Code.ShouldBe("suicidality");
        judgement.Leading.Topic.ShouldBe(Topic.Suicidality);
        judgement.Leading.Seriousness.ShouldBe(Seriousness.Urgent);
        judgement.Leading.Evidence.ShouldHaveSingleItem().ShouldBe(new Evidence(Packs.Probe.Items[1].Label, 1, 1, 1, "≥1"));
        judgement.Intervention.ShouldBe("safety");
        judgement.HandOver.ShouldBeTrue();
        judgement.Findings[1].Code.ShouldBe("own.probe.total.incomplete");
    }

    [Theory]
    [InlineData("urgent", true)]
    [InlineData("high", false)]
    public void An_answer_the_skip_rule_hides_still_opens_the_safety_path_and_nothing_else(string seriousness, bool holds) =>
        Flags(With($"id: flag\n    on: [ probe-3 ]\n    atLeast: 1\n    seriousness: {seriousness}"), ASheet("probe").WithScores("probe", 0, 0, 1))
            .ShouldBe(holds ? ["flag"] : []);

    [Fact]
    public void Of_equally_serious_findings_the_rule_with_its_own_intervention_goes_before_the_band()
    {
        var library = With("id: pregnancy\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: high\n    intervention: own-way");

        var judgement = Judging.Judge(library, "own", Packs.Probe.Score(ASheet("probe").WithScores("probe", 3, 3, 0)), Person.Unknown);

        judgement.Findings.Select(finding => finding.Code).ShouldBe(["pregnancy", "own.probe.total.high"]);
        judgement.Intervention.ShouldBe("own-way");
    }

    [Fact]
    public void A_rule_without_an_intervention_leaves_the_band_its_own()
    {
        var library = With("id: flag\n    on: [ probe-1 ]\n    atLeast: 3\n    seriousness: high");

        var judgement = Judging.Judge(library, "own", Packs.Probe.Score(ASheet("probe").WithScores("probe", 3, 0, 0)), Person.Unknown);

        judgement.Leading!.Code.ShouldBe("flag");
        judgement.Intervention.ShouldBe("brief");
    }

    [Fact]
    public void Inherited_rules_count_and_the_nearer_pack_replaces_one_with_the_same_id()
    {
        var library = Packs.Load(
            Packs.Pack("own", "modifiers:\n" + Packs.Modifier("id: same\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: high"), "inherits: [ common ]"),
            Packs.Pack("common", "sets:\n" + Packs.Set() + "modifiers:\n"
                + Packs.Modifier("id: same\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: low")
                + Packs.Modifier("id: more\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: low")));

        Judging.Judge(library, "own", Packs.Probe.Score(ASheet("probe").WithScores("probe", 1, 0, 0)), Person.Unknown)
            .Findings.Select(finding => (finding.Code, finding.Seriousness)).ShouldBe(
                [("same", Seriousness.High), ("more", Seriousness.Low), ("own.probe.total.low", Seriousness.None)]);
    }

    private static ThresholdLibrary With(string modifier) =>
        Packs.Load(Packs.Pack("own", "sets:\n" + Packs.Set() + "modifiers:\n" + Packs.Modifier(modifier)));

    private static IEnumerable<string> Flags(ThresholdLibrary library, SheetBuilder sheet, Person? person = null) =>
        Judging.Judge(library, "own", Packs.Probe.Score(sheet, person), person ?? Person.Unknown)
            .Findings.Where(finding => finding.Modifier is not null).Select(finding => finding.Code);
}
