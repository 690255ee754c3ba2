using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

public sealed class ScoringTests
{
    private static readonly Instrument Audit = Yaml.Audit;

    [Fact]
    public void A_complete_sheet_has_every_scale()
    {
        var scored = Audit.Score(AnAudit(3, 2, 2, 1, 0, 1, 2, 0, 2, 4));

        scored.Main.Value.ShouldBe(17);
        scored.Scales.Select(score => score.Value).ShouldBe([17m, 7m, 2m]);
        scored.Missing.ShouldBeEmpty();
        scored.Issues.ShouldBeEmpty();
        scored.ScoreOf("audit-10").ShouldBe(4);
    }

    [Fact]
    public void Items_the_skip_rule_leaves_out_count_nothing_and_are_not_missing()
    {
        var scored = Audit.Score(AnAudit(0, null, null, null, null, null, null, null, 0, 2));

        scored.Main.Value.ShouldBe(2);
        scored.Missing.ShouldBeEmpty();
        scored.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Items_4_to_8_are_left_out_when_items_2_and_3_are_both_0() =>
        Audit.Score(AnAudit(4, 0, 0, null, null, null, null, null, 2, 0)).Main.Value.ShouldBe(6);

    [Fact]
    public void A_missing_answer_gives_bounds_and_no_score()
    {
        var scored = Audit.Score(AnAudit(3, 2, 2, 1, 0, null, 1, 0, 0, 0));

        scored.Main.Value.ShouldBeNull();
        (scored.Main.Lower, scored.Main.Upper).ShouldBe((9m, 13m));
        scored.Missing.ShouldBe(["audit-6"]);
        scored.FindScale("consumption").Value.ShouldBe(7);
        scored.FindScale("dependence").Missing.ShouldBe(["audit-6"]);
        var issue = scored.Issues.ShouldHaveSingleItem();
        issue.Reason.Code.ShouldBe("incomplete");
        issue.Reason.Text.En.ShouldContain("1 answer is missing");
        issue.Reason.Text.En.ShouldContain("between 9 and 13");
        issue.Reason.Text.Ja.ShouldContain("9から13の間");
    }

    [Fact]
    public void A_missing_first_item_leaves_open_whether_the_others_count()
    {
        var scored = Audit.Score(AnAudit(null, 3, 0, 1, 1, 1, 1, 1, 0, 2));

        (scored.Main.Lower, scored.Main.Upper).ShouldBe((2m, 14m));
        scored.Missing.ShouldBe(["audit-1"]);
        scored.FindScale("dependence").Missing.ShouldBe(["audit-1"]);
        (scored.FindScale("dependence").Lower, scored.FindScale("dependence").Upper).ShouldBe((0m, 3m));
    }

    [Fact]
    public void An_empty_sheet_has_the_whole_range_as_bounds()
    {
        var scored = Audit.Score(AnAudit());

        (scored.Main.Lower, scored.Main.Upper).ShouldBe((0m, 40m));
        scored.Missing.ShouldBe(["audit-1", "audit-9", "audit-10"]);
    }

    [Theory]
    [InlineData(3, Seriousness.Moderate, "would change the score")]
    [InlineData(0, Seriousness.Low, "would not change the score")]
    public void A_hidden_answer_is_ignored_and_reported(int answer, Seriousness seriousness, string says)
    {
        var scored = Audit.Score(AnAudit(0, null, null, null, answer, null, null, null, 0, 2));

        scored.Main.Value.ShouldBe(2);
        scored.ScoreOf("audit-5").ShouldBeNull();
        scored.Hidden.ShouldHaveSingleItem().Item.LinkId.ShouldBe("audit-5");
        var issue = scored.Issues.ShouldHaveSingleItem();
        issue.Reason.Code.ShouldBe("hidden-answer");
        issue.Reason.Path.ShouldBe("item.where(linkId='audit-5').answer");
        issue.Reason.Text.En.ShouldContain(says);
        issue.Seriousness.ShouldBe(seriousness);
    }

    [Fact]
    public void A_sheet_of_another_instrument_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Scoring.Score(Audit, ASheet("cage").Build(), Person.Unknown));
}
