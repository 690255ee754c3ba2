using Sbirt.Content;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

public sealed class AnswerMatchingTests
{
    private const string Foreign = "http://example.org/another-form";
    private static readonly Instrument Audit = Yaml.Audit;

    private static readonly Instrument Probe = Yaml.Instrument("""
        items:
          - linkId: probe-1
            text: { ja: はいかいいえ, en: Yes or no }
            answers: yesno
          - linkId: probe-2
            text: { ja: 回数, en: How often }
            range: { min: 0, max: 30 }
          - linkId: probe-3
            text: { ja: 同点, en: Twins }
            options:
              - { code: a, score: 1, text: { ja: 甲, en: Alpha } }
              - { code: b, score: 1, text: { ja: 乙, en: Beta } }
              - { code: "2", score: 0, text: { ja: 丙, en: Alpha } }
        scales:
          - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ probe-1, probe-2, probe-3 ] }

        """);

    public static TheoryData<string, AnswerValue, decimal> Accepted => new()
    {
        { "audit-1", new AnswerValue.Coded(CodeSystems.Loinc, "LA18927-6", null), 2 },
        { "audit-1", new AnswerValue.Coded(null, "LA18927-6", null), 2 },
        { "audit-1", new AnswerValue.Coded(CodeSystems.Answers, "2-4-a-month", null), 2 },
        { "audit-1", new AnswerValue.Coded(null, "2-4-a-month", null), 2 },
        { "audit-1", new AnswerValue.Coded(null, "audit-1-2", null), 2 },
        { "audit-1", new AnswerValue.Coded(null, "68518-0-2", null), 2 },
        { "audit-1", new AnswerValue.Coded(CodeSystems.Loinc, "68518-0-2", null), 2 },
        { "audit-1", new AnswerValue.Coded("", "2", null), 2 },
        { "audit-9", new AnswerValue.Coded(null, "audit-9-2", null), 4 },
        { "audit-9", new AnswerValue.Number(2), 2 },
        { "audit-1", new AnswerValue.Number(2.00m), 2 },
        { "audit-1", new AnswerValue.Words("1か月に2〜4度"), 2 },
        { "audit-1", new AnswerValue.Words(" １か月に２～４度　"), 2 },
        { "audit-1", new AnswerValue.Words("2–4 TIMES a month"), 2 },
        { "audit-1", new AnswerValue.Coded(Foreign, "2to4timesamonth", "2-4 times a month"), 2 },
    };

    public static TheoryData<string, AnswerValue, string> Refused => new()
    {
        { "audit-1", new AnswerValue.Coded(CodeSystems.Loinc, "LA33-6", null), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Coded(CodeSystems.Answers, "weekly", "Weekly"), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Coded(Foreign, "never", null), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Coded(Foreign, "audit-1-2", null), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Coded(null, "audit-2-2", null), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Coded(null, "5", null), "answer-unknown-code" },
        { "audit-9", new AnswerValue.Coded(null, "2", null), "answer-ambiguous" },
        { "audit-1", new AnswerValue.Number(5), "answer-out-of-range" },
        { "audit-1", new AnswerValue.Number(-1), "answer-out-of-range" },
        { "audit-1", new AnswerValue.Number(1.5m), "answer-out-of-range" },
        { "audit-9", new AnswerValue.Number(1), "answer-out-of-range" },
        { "audit-1", new AnswerValue.Truth(true), "answer-wrong-type" },
        { "audit-1", new AnswerValue.Words("sometimes"), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Words("\ud800"), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Words(new string('x', 2_000_000)), "answer-unknown-code" },
        { "audit-1", new AnswerValue.Unsupported("valueDate"), "answer-wrong-type" },
        { "audit-11", new AnswerValue.Number(1), "answer-unknown-item" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void An_answer_is_found_under_each_of_its_names(string linkId, AnswerValue value, decimal score) =>
        Match(Audit, linkId, value).ShouldBeOfType<Reading<ItemScore>.Ok>().Value.Score.ShouldBe(score);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_names_no_answer_or_two_is_refused_with_its_reason_and_place(string linkId, AnswerValue value, string code)
    {
        var reason = Match(Audit, linkId, value).ShouldBeOfType<Reading<ItemScore>.Refused>().Reasons.ShouldHaveSingleItem();

        reason.Code.ShouldBe(code);
        reason.Path.ShouldBe("here");
        reason.Text.Ja.ShouldNotBe(reason.Text.En);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Truth_answers_a_yes_or_no_item(bool truth, int score) =>
        Match(Probe, "probe-1", new AnswerValue.Truth(truth)).ShouldBeOfType<Reading<ItemScore>.Ok>().Value.Score.ShouldBe(score);

    [Theory]
    [InlineData(0, null)]
    [InlineData(30, null)]
    [InlineData(31, "answer-out-of-range")]
    [InlineData(-1, "answer-out-of-range")]
    [InlineData(2.5, "answer-out-of-range")]
    public void A_number_item_takes_whole_numbers_of_its_range(double number, string? refused) =>
        CodeOf(Match(Probe, "probe-2", new AnswerValue.Number((decimal)number))).ShouldBe(refused);

    [Theory]
    [InlineData("Alpha")]
    [InlineData("ALPHA ")]
    public void A_text_that_two_options_share_is_ambiguous(string text) =>
        CodeOf(Match(Probe, "probe-3", new AnswerValue.Words(text))).ShouldBe("answer-ambiguous");

    [Fact]
    public void A_score_that_two_options_share_is_ambiguous() =>
        CodeOf(Match(Probe, "probe-3", new AnswerValue.Number(1))).ShouldBe("answer-ambiguous");

    [Fact]
    public void Our_own_code_may_be_a_digit_where_bare_places_are_not_taken() =>
        Match(Probe, "probe-3", new AnswerValue.Coded(null, "2", null))
            .ShouldBeOfType<Reading<ItemScore>.Ok>().Value.Option!.Code.ShouldBe("2");

    [Fact]
    public void Words_and_truth_do_not_answer_a_number_item()
    {
        CodeOf(Match(Probe, "probe-2", new AnswerValue.Words("3"))).ShouldBe("answer-wrong-type");
        CodeOf(Match(Probe, "probe-2", new AnswerValue.Truth(true))).ShouldBe("answer-wrong-type");
        CodeOf(Match(Probe, "probe-2", new AnswerValue.Coded(null, "3", null))).ShouldBe("answer-wrong-type");
    }

    [Fact]
    public void A_foreign_code_is_taken_by_the_weight_that_came_with_it() =>
        Audit.Score(ASheet("audit").WithCode("audit-9", Foreign, "yesbutnotinthelastyear", null, 2)).ScoreOf("audit-9").ShouldBe(2);

    [Fact]
    public void A_foreign_code_whose_text_and_weight_disagree_is_ambiguous() =>
        Audit.Refuse(ASheet("audit").WithCode("audit-1", Foreign, "never", "Never", 3)).ShouldHaveSingleItem().Code.ShouldBe("answer-ambiguous");

    [Fact]
    public void A_foreign_code_with_two_different_weights_is_ambiguous() =>
        Audit.Refuse(ASheet("audit").WithCode("audit-1", Foreign, "x", null, 1, 2)).ShouldHaveSingleItem().Code.ShouldBe("answer-ambiguous");

    [Fact]
    public void A_foreign_code_with_a_weight_that_two_options_share_is_settled_by_its_text() =>
        Probe.Score(ASheet("probe").WithCode("probe-3", Foreign, "x", "beta", 1)).Answers.ShouldHaveSingleItem().Option!.Code.ShouldBe("b");

    [Fact]
    public void A_weight_that_differs_from_the_score_is_reported_and_ours_is_used()
    {
        var scored = Audit.Score(ASheet("audit").WithCode("audit-1", CodeSystems.Loinc, "LA18927-6", null, 2, 3));

        scored.ScoreOf("audit-1").ShouldBe(2);
        var issue = scored.Issues.First(issue => issue.Reason.Code == "weight-conflict");
        issue.Reason.Path.ShouldBe("item.where(linkId='audit-1').answer");
        issue.Seriousness.ShouldBe(Seriousness.Moderate);
    }

    [Fact]
    public void A_weight_that_no_option_has_is_reported_when_the_text_tells_the_option() =>
        Audit.Score(ASheet("audit").WithCode("audit-9", Foreign, "x", "No", 1)).Issues.ShouldContain(issue => issue.Reason.Code == "weight-conflict");

    private static Reading<ItemScore> Match(Instrument instrument, string linkId, AnswerValue value) =>
        AnswerMatching.Match(instrument, new GivenAnswer(linkId, value, "here", []), Person.Unknown);

    private static string? CodeOf(Reading<ItemScore> reading) =>
        reading is Reading<ItemScore>.Refused refused ? refused.Reasons.Single().Code : null;
}
