using Sbirt.Content.Cards;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Cards;

public sealed class PromptCountingTests
{
    private static readonly DateTimeOffset Morning = new(2026, 10, 5, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly CalendarMonth October = CalendarMonth.TryParse("2026-10")!.Value;
    private static readonly CountingRules Rules = Shipped.Content.Counting;

    [Fact]
    public void What_was_offered_is_accepted_set_aside_or_left_without_a_word()
    {
        var report = Count([Accepted("result"), SetAside("result", "not-now"), SetAside("result", null), Offered("result"), Offered("invite")]);

        report.All.ShouldBe(report.All with { Offered = 5, Accepted = 1, Overridden = 2, NothingSaid = 2 });
        report.All.AcceptancePercent.ShouldBe(20);
        var result = report.Kinds.Single(kind => kind.Kind == "result").Count;
        (result.Offered, result.Accepted, result.Overridden, result.NothingSaid).ShouldBe((4, 1, 2, 1));
        report.Services.Single().Service.ShouldBe("sbirt-screening");
    }

    [Fact]
    public void A_reason_that_is_none_of_ours_is_counted_and_never_repeated()
    {
        var report = Count([SetAside("invite", "not-now"), SetAside("invite", "not-now"), SetAside("invite", "Yamada Taro"), SetAside("invite", null)]);

        report.All.Reasons.ShouldBe([new("not-now", 2), new(ReasonCount.NotTold, 1), new(ReasonCount.Other, 1)]);
    }

    [Theory]
    [InlineData(new double[] { 30 }, 30, 30, 30)]
    [InlineData(new double[] { 10, 20 }, 12.5, 15, 17.5)]
    [InlineData(new double[] { 5, 1, 3, 2, 4 }, 2, 3, 4)]
    [InlineData(new double[] { 0, 0, 0, 100 }, 0, 0, 25)]
    public void Time_to_act_is_told_in_quartiles(double[] seconds, double lower, double median, double upper)
    {
        var time = Count(seconds.Select(each => Accepted("invite", each))).All.TimeToAct!;

        (time.Count, time.LowerQuartile, time.Median, time.UpperQuartile).ShouldBe((seconds.Length, (decimal)lower, (decimal)median, (decimal)upper));
    }

    [Fact]
    public void An_answer_dated_before_its_offer_has_no_time() =>
        Count([Accepted("invite", -5)]).All.ShouldSatisfyAllConditions(
            all => all.Accepted.ShouldBe(1),
            all => all.TimeToAct.ShouldBeNull());

    [Fact]
    public void Months_are_those_of_the_clinics_clock_and_none_is_left_out()
    {
        var lastNight = new DateTimeOffset(2026, 11, 1, 0, 30, 0, TimeSpan.FromHours(9));
        var report = Count([Offered("invite"), Offered("invite") with { OfferedAt = lastNight }], October.Plus(-1), October.Plus(2));

        report.Months.Select(month => $"{month.Month} {month.Count.Offered}").ShouldBe(["2026-09 0", "2026-10 1", "2026-11 1", "2026-12 0"]);
        report.Months[0].Count.AcceptancePercent.ShouldBeNull();
    }

    [Theory]
    [InlineData(50, 4, RetirementVerdict.Proposed)]
    [InlineData(50, 5, RetirementVerdict.Stays)]
    [InlineData(49, 0, RetirementVerdict.TooFewOffers)]
    [InlineData(200, 19, RetirementVerdict.Proposed)]
    [InlineData(200, 20, RetirementVerdict.Stays)]
    public void A_kind_that_is_seldom_accepted_over_enough_offers_is_proposed(int offers, int accepted, RetirementVerdict verdict)
    {
        var report = Count([.. Many("result", offers, accepted), .. Many("invite", 20, 10)]);

        report.Kinds.Single(kind => kind.Kind == "result").Verdict.ShouldBe(verdict);
        report.Proposed.Select(kind => kind.Kind).ShouldBe(verdict == RetirementVerdict.Proposed ? ["result"] : []);
    }

    [Fact]
    public void A_proposed_kind_keeps_its_numbers_and_stays_in_the_report()
    {
        var report = Count([.. Many("invite", 100, 1), .. Many("result", 20, 10)]);

        report.Proposed.Single().Count.ShouldSatisfyAllConditions(
            count => count.Offered.ShouldBe(100),
            count => count.AcceptancePercent.ShouldBe(1));
        report.Kinds.Length.ShouldBe(2);
    }

    [Fact]
    public void Safety_is_never_proposed_by_name_or_by_a_single_urgent_card()
    {
        var report = Count(
        [
            .. Many("safety", 100, 0),
            .. Many("result", 99, 0),
            Offered("result") with { IsSafety = true },
            .. Many("invite", 20, 20),
        ]);

        report.Proposed.ShouldBeEmpty();
        report.Kinds.Where(kind => kind.Verdict == RetirementVerdict.NeverGoverned).Select(kind => kind.Kind).ShouldBe(["result", "safety"]);
    }

    [Fact]
    public void A_record_system_that_sends_no_feedback_condemns_no_card()
    {
        var report = Count([.. Many("invite", 500, 0), .. Many("result", 9, 9)]);

        report.Kinds.Single(kind => kind.Kind == "invite").Verdict.ShouldBe(RetirementVerdict.TooLittleFeedback);
    }

    [Fact]
    public void The_order_of_the_prompts_does_not_matter()
    {
        var prompts = Enumerable.Range(0, 300)
            .Select(number => (number % 4) switch
            {
                0 => Accepted(number % 3 == 0 ? "invite" : "result", number),
                1 => SetAside("result", number % 5 == 0 ? null : "not-relevant"),
                2 => SetAside("follow-up", "already-done"),
                _ => Offered("invite"),
            })
            .ToArray();
        var before = Print(Count(prompts));
        new Random(7).Shuffle(prompts);

        Print(Count(prompts)).ShouldBe(before);
    }

    [Fact]
    public void Every_kind_of_card_has_a_name() =>
        ScreeningPrompts.Kinds.Where(kind => !Rules.Kinds.ContainsKey(kind)).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-1")]
    [InlineData("2026-13")]
    [InlineData("0001-01")]
    [InlineData("9999-12")]
    [InlineData("2026-10-01")]
    [InlineData("")]
    [InlineData(null)]
    public void A_month_is_written_with_year_and_month(string? text) => CalendarMonth.TryParse(text).ShouldBeNull();

    private static string Print(PromptReport report) => System.Text.Json.JsonSerializer.Serialize(report);

    private static PromptReport Count(IEnumerable<CountedPrompt> prompts, CalendarMonth? from = null, CalendarMonth? to = null)
    {
        var counting = new PromptCounting(Rules, Shipped.Content.Prompts.OverrideReasons.Select(reason => reason.Code));
        foreach (var prompt in prompts)
        {
            counting.Add(prompt);
        }

        return counting.Report(from ?? October, to ?? October, 0);
    }

    private static IEnumerable<CountedPrompt> Many(string kind, int offers, int accepted) =>
        Enumerable.Range(0, offers).Select(number => number < accepted ? Accepted(kind) : Offered(kind));

    private static CountedPrompt Offered(string kind) => new("sbirt-screening", kind, false, Morning, PromptOutcome.None, null, null);

    private static CountedPrompt Accepted(string kind, double seconds = 30) =>
        Offered(kind) with { Outcome = PromptOutcome.Accepted, ActedAt = Morning.AddSeconds(seconds) };

    private static CountedPrompt SetAside(string kind, string? reason) =>
        Offered(kind) with { Outcome = PromptOutcome.Overridden, ReasonCode = reason, ActedAt = Morning.AddSeconds(10) };
}
