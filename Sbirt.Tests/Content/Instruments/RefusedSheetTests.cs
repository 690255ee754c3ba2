using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

public sealed class RefusedSheetTests
{
    private static readonly Instrument Audit = Yaml.Audit;

    [Fact]
    public void Q1_every_faulty_item_has_one_reason_and_nothing_is_scored()
    {
        var sheet = AnAudit(null, null, null, 1, 1, 1, 1, 1, 0, 0)
            .With("audit-1", 7)
            .With("audit-2", new AnswerValue.Truth(true))
            .WithCode("audit-3", null, "nonsense")
            .With("audit-4", 2)
            .With("audit-4", 3)
            .With("somewhere-else", 1)
            .WithCode("audit-9", null, "2");

        Audit.Refuse(sheet).Select(reason => (reason.Code, reason.Path)).ShouldBe(
            [
                ("answer-out-of-range", "item.where(linkId='audit-1').answer"),
                ("answer-wrong-type", "item.where(linkId='audit-2').answer"),
                ("answer-unknown-code", "item.where(linkId='audit-3').answer"),
                ("answer-repeated", "item.where(linkId='audit-4').answer"),
                ("answer-unknown-item", "item.where(linkId='somewhere-else').answer"),
                ("answer-repeated", "item.where(linkId='audit-9').answer"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Two_equal_answers_to_one_item_are_still_two() =>
        Audit.Refuse(AnAudit(1).With("audit-1", 1)).ShouldHaveSingleItem().Code.ShouldBe("answer-repeated");

    [Fact]
    public void A_faulty_answer_given_twice_has_one_reason() =>
        Audit.Refuse(ASheet("audit").With("audit-1", 9).With("audit-1", 9)).ShouldHaveSingleItem();

    [Fact]
    public void A_faulty_answer_is_refused_even_where_the_skip_rule_hides_its_item() =>
        Audit.Refuse(AnAudit(0).With("audit-5", 9)).ShouldHaveSingleItem().Code.ShouldBe("answer-out-of-range");

    [Fact]
    public void A_reason_never_repeats_what_was_sent()
    {
        const string secret = "Taro-Yamada";
        var reasons = Audit.Refuse(ASheet("audit")
            .With("audit-1", new AnswerValue.Words(secret))
            .WithCode("audit-2", secret, secret, secret)
            .With("audit-3", new AnswerValue.Unsupported(secret)));

        reasons.Count.ShouldBe(3);
        reasons.ShouldAllBe(reason => !reason.Text.Ja.Contains(secret, StringComparison.Ordinal) && !reason.Text.En.Contains(secret, StringComparison.Ordinal));
    }
}
