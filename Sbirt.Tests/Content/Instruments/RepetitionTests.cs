using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

public sealed class RepetitionTests
{
    private static readonly Instrument Assist = Yaml.Instrument("""
        repeat:
          as: substance
          of:
            - { id: tobacco, name: { ja: タバコ, en: tobacco }, topic: tobacco }
            - { id: alcohol, name: { ja: お酒, en: alcohol }, topic: alcohol }
            - { id: opioids, name: { ja: オピオイド, en: opioids }, topic: drugs }
        items:
          - { linkId: "probe-1-{substance}", text: { ja: "{substance}を使いましたか", en: "Have you used {substance}?" }, answers: yesno }
          - { linkId: "probe-2-{substance}", text: { ja: "{substance}の頻度", en: "How often {substance}?" }, answers: points, enabledWhen: { all: [ { item: "probe-1-{substance}", equals: 1 } ] } }
          - { linkId: "probe-5-{substance}", except: [ tobacco ], text: { ja: "{substance}", en: "{substance}" }, answers: points, enabledWhen: { all: [ { item: "probe-1-{substance}", equals: 1 } ] } }
          - { linkId: probe-8, text: { ja: 注射, en: Injection }, answers: yesno, enabledWhen: { any: [ { item: "probe-1-{substance}", equals: 1 } ] } }
        scales:
          - id: "{substance}"
            main: true
            except: [ tobacco ]
            title: { ja: "{substance}の点数", en: "Score of {substance}" }
            items: [ "probe-2-{substance}", "probe-5-{substance}" ]
            range: { min: 0, max: 6 }
          - id: smoking
            topic: tobacco
            title: { ja: タバコの点数, en: Score of tobacco }
            items: [ probe-2-tobacco ]
          - id: everything
            title: { ja: 全部, en: All }
            items: [ "probe-2-{substance}", "probe-5-{substance}" ]

        """);

    [Fact]
    public void Items_are_written_out_for_each_without_the_excepted()
    {
        Assist.Items.Select(item => item.LinkId).ShouldBe(
            [
                "probe-1-tobacco", "probe-1-alcohol", "probe-1-opioids",
                "probe-2-tobacco", "probe-2-alcohol", "probe-2-opioids",
                "probe-5-alcohol", "probe-5-opioids",
                "probe-8",
            ]);
        Assist.Find("probe-2-alcohol")!.Text.ShouldBe(new Sbirt.Content.Instruments.Wording("お酒の頻度", "How often alcohol?"));
        Assist.Find("probe-2-alcohol")!.Label.En.ShouldBe("Probe 2 (alcohol)");
        Assist.Find("probe-8")!.Label.En.ShouldBe("Probe 8");
        Assist.Find("probe-8")!.EnabledWhen!.Comparisons.Length.ShouldBe(3);
    }

    [Fact]
    public void Scales_are_written_out_with_their_own_topics()
    {
        Assist.Scales.Select(scale => (scale.Id, scale.Topic, scale.Max)).ShouldBe(
            [("alcohol", Topic.Alcohol, 6), ("opioids", Topic.Drugs, 6), ("smoking", Topic.Tobacco, 3), ("everything", null, 15)]);
        Assist.FindScale("everything")!.Items.Length.ShouldBe(5);
    }

    [Fact]
    public void A_substance_never_used_scores_0_and_leaves_the_others_alone()
    {
        var scored = Assist.Score(ASheet("probe")
            .With("probe-1-tobacco", 0).With("probe-1-alcohol", 1).With("probe-1-opioids", 0)
            .With("probe-2-alcohol", 3).With("probe-8", 0));

        scored.FindScale("opioids").Value.ShouldBe(0);
        scored.FindScale("alcohol").Value.ShouldBeNull();
        (scored.FindScale("alcohol").Lower, scored.FindScale("alcohol").Upper).ShouldBe((3m, 6m));
        scored.Missing.ShouldBe(["probe-5-alcohol"]);
    }
}
