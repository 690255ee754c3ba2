using System.Collections.Immutable;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Cards;

/// <summary>Few prompts: quiet after a reason, one interruption a visit, and never quiet about safety.</summary>
public sealed class GoverningTests
{
    private const string Service = "sbirt-screening";
    private const string Visit = "visit-1";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9));

    public static TheoryData<string?, int> QuietDays
    {
        get
        {
            var data = new TheoryData<string?, int> { { null, 1 }, { "of-another-system", 1 } };
            foreach (var reason in Records.Rules.OverrideReasons)
            {
                data.Add(reason.Code, reason.QuietDays);
            }

            return data;
        }
    }

    [Fact]
    public void Who_declined_one_invitation_is_not_asked_again_under_another_name()
    {
        var declined = Offered(ACard("invite", Seriousness.None), daysAgo: 2) with { Outcome = PromptOutcome.Overridden, ReasonCode = "patient-declined", ActedAt = Now.AddDays(-2), Visit = "earlier" };

        May(ACard("invite-reason", Seriousness.None), declined).ShouldBeFalse();
        May(ACard("invite-health-check", Seriousness.None), declined).ShouldBeFalse();
        May(ACard("follow-up", Seriousness.None), declined).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(QuietDays))]
    public void A_card_stays_quiet_for_as_long_as_the_reason_says(string? reason, int days)
    {
        var card = ACard("result", Seriousness.Moderate);
        var aside = Offered(card, daysAgo: days + 1) with { Outcome = PromptOutcome.Overridden, ReasonCode = reason };

        May(card, aside with { ActedAt = Now.AddDays(-days).AddMinutes(1) }).ShouldBeFalse();
        May(card, aside with { ActedAt = Now.AddDays(-days) }).ShouldBeTrue();
    }

    [Fact]
    public void The_five_reasons_have_the_days_that_are_published() =>
        Records.Rules.OverrideReasons.Select(reason => (reason.Code, reason.QuietDays)).ShouldBe(
            [("not-now", 1), ("already-done", 180), ("patient-declined", 90), ("not-relevant", 365), ("wrong-information", 30)]);

    [Fact]
    public void A_situation_that_became_worse_speaks_again()
    {
        var aside = Offered(ACard("result", Seriousness.Moderate), daysAgo: 2) with
        {
            Outcome = PromptOutcome.Overridden, ReasonCode = "not-relevant", ActedAt = Now.AddDays(-2),
        };

        May(ACard("result", Seriousness.Moderate), aside).ShouldBeFalse();
        May(ACard("result", Seriousness.Low), aside).ShouldBeFalse();
        May(ACard("result", Seriousness.High), aside).ShouldBeTrue();
    }

    [Fact]
    public void Setting_one_card_aside_says_nothing_about_another_kind() =>
        May(
            ACard("invite", Seriousness.None, CardIndicator.Info),
            Offered(ACard("follow-up", Seriousness.Low, CardIndicator.Info)) with { Outcome = PromptOutcome.Overridden, ReasonCode = "not-relevant", ActedAt = Now })
            .ShouldBeTrue();

    [Fact]
    public void What_was_accepted_is_not_offered_again_in_the_same_visit_and_is_in_the_next()
    {
        var card = ACard("invite", Seriousness.None, CardIndicator.Info);
        var accepted = Offered(card) with { Outcome = PromptOutcome.Accepted, ActedAt = Now };

        May(card, accepted).ShouldBeFalse();
        May(card, accepted with { Visit = "visit-0" }).ShouldBeTrue();
        May(ACard("invite", Seriousness.Low, CardIndicator.Info), accepted).ShouldBeTrue();
    }

    [Fact]
    public void Only_one_card_interrupts_in_a_visit_unless_it_is_more_serious()
    {
        var first = Offered(ACard("result", Seriousness.Moderate), daysAgo: 0);

        May(ACard("referral-missing", Seriousness.Moderate), first).ShouldBeFalse();
        May(ACard("no-show", Seriousness.High), first).ShouldBeTrue();
        May(ACard("result", Seriousness.Moderate), first).ShouldBeTrue("the later card replaces the earlier one");
        May(ACard("follow-up", Seriousness.Low, CardIndicator.Info), first).ShouldBeTrue("it does not interrupt");
        May(ACard("referral-missing", Seriousness.Moderate), first with { Visit = "visit-0" }).ShouldBeTrue();
        May(ACard("referral-missing", Seriousness.Moderate), first with { Interrupts = false }).ShouldBeTrue();
    }

    [Fact]
    public void After_another_service_interrupted_the_visit_a_card_is_shown_without_interrupting()
    {
        var first = Offered(ACard("result", Seriousness.High), daysAgo: 0) with { Service = "another" };
        var (card, urgent, quiet) = (ACard("overlap", Seriousness.High), ACard("overlap", Seriousness.Urgent), ACard("overlap", Seriousness.Moderate, CardIndicator.Info));

        Governing.Governed(card, Service, [first], Visit, Now).ShouldBe(card with { Indicator = CardIndicator.Info });
        Governing.Governed(card, Service, [first with { Visit = "visit-0" }], Visit, Now).ShouldBe(card);
        Governing.Governed(card, Service, [first with { Level = Seriousness.Moderate }], Visit, Now).ShouldBe(card, "it is more serious");
        Governing.Governed(card, Service, [first with { Service = Service }], Visit, Now).ShouldBeNull("the service has said something already");
        Governing.Governed(urgent, Service, [first], Visit, Now).ShouldBe(urgent);
        Governing.Governed(quiet, Service, [first], Visit, Now).ShouldBe(quiet);
    }

    [Fact]
    public void A_service_keeps_quiet_about_its_own_cards_only()
    {
        var card = ACard("result", Seriousness.Moderate);
        var aside = Offered(card) with { Outcome = PromptOutcome.Overridden, ReasonCode = "not-relevant", ActedAt = Now, Visit = "visit-0" };

        Governing.Governed(card, Service, [aside], Visit, Now).ShouldBeNull();
        Governing.Governed(card, Service, [aside with { Service = "another" }], Visit, Now).ShouldBe(card);
    }

    [Fact]
    public void Nobody_keeps_safety_quiet()
    {
        var safety = ACard("safety", Seriousness.Urgent, CardIndicator.Critical);
        var past = Enum.GetValues<PromptOutcome>()
            .SelectMany(outcome => Records.Rules.OverrideReasons.Select(reason =>
                Offered(safety, daysAgo: 0) with { Outcome = outcome, ReasonCode = reason.Code, ActedAt = Now }))
            .ToArray();

        May(safety, past).ShouldBeTrue();
        May(ACard("result", Seriousness.High), past).ShouldBeFalse("the visit was interrupted already");
    }

    [Fact]
    public void A_card_that_nobody_answered_is_offered_again() =>
        May(ACard("result", Seriousness.Moderate), Offered(ACard("result", Seriousness.Moderate))).ShouldBeTrue();

    [Fact]
    public void What_is_dated_after_now_does_not_count() =>
        May(ACard("referral-missing", Seriousness.Moderate), Offered(ACard("result", Seriousness.Moderate), daysAgo: -1)).ShouldBeTrue();

    [Fact]
    public void The_order_of_the_past_does_not_matter()
    {
        var card = ACard("result", Seriousness.Moderate);
        ImmutableArray<PastPrompt> past =
        [
            Offered(card, 3) with { Outcome = PromptOutcome.Overridden, ReasonCode = "not-relevant", ActedAt = Now.AddDays(-3) },
            Offered(card, 2) with { Outcome = PromptOutcome.Accepted, ActedAt = Now.AddDays(-2), Visit = "visit-0" },
            Offered(ACard("no-show", Seriousness.High), 1),
        ];

        Governing.MayShow(card, past, Visit, Now).ShouldBeFalse();
        Governing.MayShow(card, past.Reverse(), Visit, Now).ShouldBeFalse();
    }

    private static bool May(Card card, params PastPrompt[] past) => Governing.MayShow(card, past, Visit, Now);

    private static Card ACard(string kind, Seriousness level, CardIndicator indicator = CardIndicator.Warning) =>
        new(kind, level, indicator, kind, kind, [], Records.Rules.OverrideReasons, Language.En);

    private static PastPrompt Offered(Card card, int daysAgo = 1) =>
        new(Service, card.Kind, card.Level, card.Indicator != CardIndicator.Info, Visit, Now.AddDays(-daysAgo), PromptOutcome.None, null, null);
}
