using System.Collections.Immutable;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Cards.Records;

namespace Sbirt.Tests.Content.Cards;

/// <summary>When each kind of card holds, with the day before and after each waiting time.</summary>
public sealed class ScreeningPromptsTests
{
    public static TheoryData<string, Seriousness, int, int?, string> Results => new()
    {
        { "a moderate result waits for its talk", Seriousness.Moderate, 0, null, "result" },
        { "on the last day of waiting", Seriousness.Moderate, 90, null, "result" },
        { "one day later it is not shown any more", Seriousness.Moderate, 91, null, "-" },
        { "a low result asks for no talk", Seriousness.Low, 0, null, "-" },
        { "nothing to say of a result without seriousness", Seriousness.None, 0, null, "-" },
        { "talked about on the same day", Seriousness.Moderate, 10, 10, "-" },
        { "a talk the day before was about something else", Seriousness.Moderate, 10, 11, "result" },
        { "danger is first", Seriousness.Urgent, 30, null, "safety" },
        { "danger of 31 days ago is a result that waits", Seriousness.Urgent, 31, null, "result" },
        { "a talk on the day of danger may have been about something else", Seriousness.Urgent, 10, 10, "safety" },
        { "a talk on a later day has taken the danger up", Seriousness.Urgent, 10, 9, "-" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_result_is_shown_until_it_was_talked_about_or_is_old(string why, Seriousness level, int daysAgo, int? talkedDaysAgo, string kind)
    {
        var facts = Empty.With(Screened(level, daysAgo));

        (talkedDaysAgo is { } talked ? facts.Talked(talked) : facts).Kind().ShouldBe(kind, why);
    }

    [Theory]
    [InlineData(364, null, "-")]
    [InlineData(365, null, "invite")]
    [InlineData(89, true, "-")]
    [InlineData(90, true, "invite")]
    [InlineData(90, false, "-")]
    public void Everybody_is_asked_once_a_year_and_in_pregnancy_every_ninety_days(int daysAgo, bool? pregnant, string kind) =>
        (Empty.With(Screened(Seriousness.None, daysAgo)) with { Person = Empty.Person with { Pregnant = pregnant } }).Kind().ShouldBe(kind);

    [Theory]
    [InlineData(17, "-")]
    [InlineData(18, "invite")]
    [InlineData(null, "invite")]
    public void Asked_are_adults_and_those_whose_age_nobody_wrote_down(int? years, string kind) =>
        (Empty with { Person = Empty.Person with { AgeYears = years } }).Kind().ShouldBe(kind);

    [Fact]
    public void Who_has_the_problem_on_the_list_is_not_invited()
    {
        (Empty with { IsKnown = true }).Kind().ShouldBe("-");
        (Empty.For("hypertension") with { IsKnown = true }).Kind().ShouldBe("-");
        (Empty.With(HealthCheck(Seriousness.Low, 1)) with { IsKnown = true }).Kind().ShouldBe("-");
        (Empty.With(Screened(Seriousness.High, 1)) with { IsKnown = true }).Kind().ShouldBe("result");
    }

    [Theory]
    [InlineData(0, "-")]
    [InlineData(30, "-")]
    [InlineData(31, "invite")]
    public void An_invitation_that_was_sent_is_left_alone_for_thirty_days(int daysAgo, string kind) =>
        Empty.With(Planned(TaskKinds.Ask, daysAgo)).Kind().ShouldBe(kind);

    [Fact]
    public void An_invitation_that_was_closed_without_answers_is_not_one() =>
        Empty.With(Done(TaskKinds.Ask, 1)).Kind().ShouldBe("invite");

    [Fact]
    public void A_sheet_with_gaps_does_not_count_as_asked_and_does_not_hide_the_whole_one_before()
    {
        var gaps = Screened(Seriousness.None, 1) with { IsComplete = false };

        Empty.With(gaps).Kind().ShouldBe("invite");
        Empty.With(gaps, Screened(Seriousness.None, 20)).Kind().ShouldBe("-");
    }

    [Fact]
    public void Instruments_about_something_else_do_not_count_as_asked_about_alcohol() =>
        Empty.With(Screened(Seriousness.None, 1, "phq-9", Topic.Distress), Screened(Seriousness.None, 1, "ftnd", Topic.Tobacco)).Kind().ShouldBe("invite");

    [Fact]
    public void A_result_of_another_topic_waits_for_its_talk_too() =>
        Empty.With(Screened(Seriousness.None, 1), Screened(Seriousness.Moderate, 1, "ftnd", Topic.Tobacco)).Kind().ShouldBe("result");

    [Fact]
    public void A_later_milder_sheet_of_the_same_instrument_replaces_the_result_but_never_danger()
    {
        Empty.With(Screened(Seriousness.High, 20), Screened(Seriousness.None, 2)).Kind().ShouldBe("-");
        Empty.With(Screened(Seriousness.Urgent, 20, "phq-9", Topic.Distress), Screened(Seriousness.None, 2, "phq-9", Topic.Distress)).Kind().ShouldBe("safety");
    }

    [Fact]
    public void Danger_is_quiet_when_safety_was_checked_not_when_the_check_was_only_planned_or_taken_back()
    {
        var danger = Empty.With(Screened(Seriousness.Urgent, 5, "phq-9", Topic.Distress), Screened(Seriousness.None, 5));

        danger.With(Planned(TaskKinds.KeepSafe, 5)).Kind().ShouldBe("safety");
        danger.With(new PastTask(TaskKinds.KeepSafe, Today, IsOpen: false, DidNotCome: false, IsDone: false)).Kind().ShouldBe("safety");
        danger.With(Done(TaskKinds.KeepSafe, 6)).Kind().ShouldBe("safety");
        danger.With(Done(TaskKinds.KeepSafe, 5)).Kind().ShouldNotBe("safety");
    }

    [Fact]
    public void Danger_comes_before_everything_else_that_holds()
    {
        var all = Merge(OfEachKind);

        all.Kind().ShouldBe("safety");
        all.Kind("appointment-book").ShouldBe("safety");
        all.Kind("problem-list-item-create").ShouldNotBe("safety");
    }

    [Fact]
    public void Of_several_dangers_the_latest_is_named() =>
        ScreeningPrompts.Decide(Rules, Empty.With(Screened(Seriousness.Urgent, 9), Screened(Seriousness.Urgent, 4, "phq-9", Topic.Distress)), "patient-view", Today)!
            .About!.InstrumentId.ShouldBe("phq-9");

    [Theory]
    [InlineData(90, "referral-missing")]
    [InlineData(91, "-")]
    public void After_the_talk_a_hand_over_is_still_lacking(int daysAgo, string kind) =>
        Empty.With(Screened(Seriousness.High, daysAgo, handOver: true)).Talked(1).Kind().ShouldBe(kind);

    [Fact]
    public void A_request_since_the_answers_or_an_open_one_is_enough()
    {
        var talked = Empty.With(Screened(Seriousness.High, 10, handOver: true)).Talked(9);

        talked.Referred(10, isOpen: false).Kind().ShouldBe("-");
        talked.Referred(11, isOpen: false).Kind().ShouldBe("referral-missing");
        talked.Referred(13).Kind().ShouldBe("-");
    }

    [Theory]
    [InlineData(13, "-")]
    [InlineData(14, "referral-open")]
    [InlineData(180, "referral-open")]
    [InlineData(181, "-")]
    public void An_open_request_is_asked_about_from_two_weeks_to_half_a_year(int daysAgo, string kind) =>
        Empty.With(Screened(Seriousness.None, 1)).Referred(daysAgo).Kind().ShouldBe(kind);

    [Fact]
    public void Nobody_asks_about_a_request_that_was_closed_or_while_a_day_is_planned()
    {
        var asked = Empty.With(Screened(Seriousness.None, 1));

        asked.Referred(20, isOpen: false).Kind().ShouldBe("-");
        asked.Referred(20).With(Planned(TaskKinds.LookAgain, -1)).Kind().ShouldBe("-");
    }

    [Theory]
    [InlineData(0, "no-show")]
    [InlineData(180, "no-show")]
    [InlineData(181, "-")]
    public void A_missed_day_is_taken_up_for_half_a_year(int daysAgo, string kind) =>
        Empty.With(Screened(Seriousness.None, 1)).With(Missed(daysAgo)).Kind().ShouldBe(kind);

    [Fact]
    public void A_later_step_or_request_has_taken_the_missed_day_up()
    {
        var missed = Empty.With(Screened(Seriousness.None, 1)).With(Missed(10));

        missed.With(Planned(TaskKinds.HandOver, 9)).Kind().ShouldBe("-");
        missed.With(Planned(TaskKinds.HandOver, 11)).Kind().ShouldBe("no-show");
        missed.With(Missed(3)).Kind().ShouldBe("no-show");
        missed.Referred(9).Kind().ShouldBe("-");
        missed.Referred(10, isOpen: false).Kind().ShouldBe("no-show");
    }

    [Theory]
    [InlineData(-1, "-")]
    [InlineData(0, "follow-up")]
    [InlineData(180, "follow-up")]
    [InlineData(181, "-")]
    public void The_day_to_look_again_has_come(int daysAgo, string kind) =>
        Empty.With(Screened(Seriousness.None, 200)).With(Planned(TaskKinds.LookAgain, daysAgo)).Kind().ShouldBe(kind);

    [Fact]
    public void Answers_since_an_early_day_do_not_hide_a_later_one()
    {
        var looked = Empty.With(Screened(Seriousness.None, 20)).With(Planned(TaskKinds.LookAgain, 30));

        looked.Kind().ShouldBe("-");
        looked.With(Planned(TaskKinds.LookAgain, 5)).Kind().ShouldBe("follow-up");
    }

    [Theory]
    [InlineData(Seriousness.Low, 365, null, "invite-health-check")]
    [InlineData(Seriousness.Low, 366, null, "invite")]
    [InlineData(Seriousness.None, 5, null, "invite")]
    [InlineData(Seriousness.Low, 5, 4, "-")]
    [InlineData(Seriousness.Low, 5, 5, "-")]
    [InlineData(Seriousness.Low, 5, 6, "invite-health-check")]
    public void Drinking_answers_of_a_health_check_invite_and_never_count_as_asked(Seriousness level, int daysAgo, int? askedDaysAgo, string kind)
    {
        var facts = Empty.With(HealthCheck(level, daysAgo));

        (askedDaysAgo is { } asked ? facts.With(Screened(Seriousness.None, asked)) : facts).Kind().ShouldBe(kind);
    }

    [Theory]
    [InlineData("patient-view", "invite-reason")]
    [InlineData("encounter-start", "invite-reason")]
    [InlineData("appointment-book", "invite-reason")]
    [InlineData("problem-list-item-create", "invite-reason")]
    [InlineData("encounter-discharge", "-")]
    public void A_reason_makes_it_worth_asking_where_there_is_time(string hook, string kind) =>
        Empty.For("hypertension").Kind(hook).ShouldBe(kind);

    [Fact]
    public void Days_beyond_this_year_are_mistakes_and_keep_nothing_quiet()
    {
        Empty.With(Screened(Seriousness.None, -400)).Kind().ShouldBe("invite");
        Empty.With(Screened(Seriousness.High, 5)).Talked(-400).Kind().ShouldBe("result");
        Empty.With(Screened(Seriousness.Urgent, -400)).Kind().ShouldBe("safety");
    }

    [Fact]
    public void The_last_day_of_the_calendar_is_no_trouble() =>
        Should.NotThrow(() => Empty.With(Screened(Seriousness.High, 0) with { Day = DateOnly.MaxValue }).Talked(0).Kind());

    [Fact]
    public void Each_kind_of_card_has_a_record_that_shows_it() =>
        OfEachKind.Select(facts => facts.Kind()).ShouldBe(ScreeningPrompts.Kinds);

    [Fact]
    public void H8_the_order_of_the_facts_does_not_matter()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 500; round++)
        {
            var facts = Merge(OfEachKind.Where(_ => random.Next(3) == 0)).With(Screened(Seriousness.Moderate, 4), Screened(Seriousness.High, 4, "audit-c"));
            var shuffled = facts with
            {
                Screenings = Shuffle(facts.Screenings, random),
                Tasks = Shuffle(facts.Tasks, random),
                Talks = Shuffle(facts.Talks, random),
                Referrals = Shuffle(facts.Referrals, random),
                Reasons = Shuffle(facts.Reasons, random),
            };

            var (card, other) = (facts.Card(), shuffled.Card());

            (other?.Kind, other?.Summary, other?.Detail, other?.Level).ShouldBe((card?.Kind, card?.Summary, card?.Detail, card?.Level));
        }
    }

    private static ScreeningFacts Merge(IEnumerable<ScreeningFacts> all) => all.Aggregate(Empty, (one, other) => one with
    {
        Screenings = [.. one.Screenings, .. other.Screenings],
        Tasks = [.. one.Tasks, .. other.Tasks],
        Talks = [.. one.Talks, .. other.Talks],
        Referrals = [.. one.Referrals, .. other.Referrals],
        Reasons = [.. one.Reasons, .. other.Reasons],
    });

    private static ImmutableArray<T> Shuffle<T>(ImmutableArray<T> facts, Random random) => [.. facts.OrderBy(_ => random.Next())];
}
