using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Cards;

/// <summary>Holds the conditions of the cards against the facts of one patient on one day.</summary>
internal sealed class ScreeningSituation(PromptRules rules, ScreeningFacts facts, DateOnly today)
{
    private static readonly CardRule Undecided = new("", default, [], new CardTemplate(new("", "")), new CardTemplate(new("", "")), []);

    // A year is the least that a record tells of a day, and another time zone may be a day ahead. What lies beyond is a
    // mistake of the record, which must not keep anything quiet until that day has come.
    private readonly DateOnly lastDay = new DateOnly(today.Year, 12, 31).AddDays(1);

    /// <summary>The last time that all questions about alcohol were answered, more than the two of the health check.</summary>
    private PastScreening? LastAsked => Latest(facts.Screenings
        .Where(each => each is { IsHealthCheck: false, IsComplete: true, Topic: Topic.Alcohol } && each.Day <= lastDay));

    /// <summary>The last sheet of each instrument that waits for a talk, the most serious of them.</summary>
    private PastScreening? Waiting => facts.Screenings
        .Where(each => !each.IsHealthCheck && each.Day <= lastDay)
        .GroupBy(each => each.InstrumentId)
        .Select(Latest)
        .Where(each => each is { Level: >= Seriousness.Moderate } && IsWithin(each.Day, rules.Days.ResultWaits))
        .OrderByDescending(each => each!.Level)
        .ThenByDescending(each => each!.Day)
        .ThenBy(each => each!.InstrumentId, StringComparer.Ordinal)
        .FirstOrDefault(each => !TalkedSince(each!.Day) || each.HandOver);

    public PromptDecision? Holds(string kind) => kind switch
    {
        ScreeningPrompts.Safety => Safety(),
        ScreeningPrompts.NoShow => NoShow(),
        ScreeningPrompts.Result => Result(),
        ScreeningPrompts.ReferralMissing => ReferralMissing(),
        ScreeningPrompts.ReferralOpen => ReferralOpen(),
        ScreeningPrompts.FollowUp => FollowUp(),
        ScreeningPrompts.InviteHealthCheck => HealthCheck(),
        ScreeningPrompts.InviteReason => facts.Reasons.Length > 0 ? Due() : null,
        ScreeningPrompts.Invite => facts.Reasons.Length == 0 ? Due() : null,
        _ => null,
    };

    // Not only of the last sheet: a later, milder questionnaire about something else does not take danger away, nor does
    // a talk on the same day, which may have been about something else and before the answers.
    private PromptDecision? Safety()
    {
        var urgent = facts.Screenings
            .Where(each => each.Level == Seriousness.Urgent && IsWithin(each.Day, rules.Days.SafetyWaits) && !IsSafeSince(each.Day))
            .OrderByDescending(each => each.Day)
            .ThenBy(each => each.InstrumentId, StringComparer.Ordinal)
            .FirstOrDefault();
        return urgent is null ? null : Says(Seriousness.Urgent, urgent, urgent.Day);
    }

    // A later step of the hand-over or a later request, whatever became of it, has taken the missed day up.
    private PromptDecision? NoShow()
    {
        var steps = facts.Tasks.Where(task => task.Kind == TaskKinds.HandOver).ToList();
        var latest = steps.Max(task => task.Due);
        return steps.Any(task => task.DidNotCome && task.Due == latest)
            && steps.All(task => task.DidNotCome || task.Due != latest)
            && (latest is not { } day || IsWithin(day, rules.Days.HandOverWaits))
            && !facts.Referrals.Any(referral => referral.Day > latest)
                ? Says(Seriousness.High)
                : null;
    }

    private PromptDecision? Result() =>
        Waiting is { } waiting && !TalkedSince(waiting.Day)
            ? Says(waiting.Level, waiting, waiting.Day)
            : null;

    private PromptDecision? ReferralMissing() =>
        Waiting is { HandOver: true } waiting && !facts.Referrals.Any(referral => referral.Day >= waiting.Day || referral.IsOpen)
            ? Says(waiting.Level, waiting, waiting.Day)
            : null;

    private PromptDecision? ReferralOpen()
    {
        var oldest = facts.Referrals
            .Where(referral => referral.IsOpen && referral.Day is { } day && today.DayNumber - day.DayNumber >= rules.Days.ReferralWaits && IsWithin(day, rules.Days.HandOverWaits))
            .Min(referral => referral.Day);
        var isPlanned = facts.Tasks.Any(task => task.Kind == TaskKinds.LookAgain && task.IsOpen && task.Due > today);
        return oldest is { } asked && !isPlanned ? Says(Seriousness.High, null, asked) : null;
    }

    private PromptDecision? FollowUp()
    {
        var due = facts.Tasks
            .Where(task => task.Kind == TaskKinds.LookAgain
                && task.IsOpen
                && task.Due is { } day
                && day <= today
                && IsWithin(day, rules.Days.HandOverWaits)
                && !facts.Screenings.Any(each => each.Day >= day))
            .Min(task => task.Due);
        return due is { } day ? Says(Seriousness.Low, null, day) : null;
    }

    private PromptDecision? HealthCheck()
    {
        var check = Latest(facts.Screenings.Where(each => each.IsHealthCheck));
        return check is { Level: >= Seriousness.Low } && IsWithin(check.Day, rules.Days.AskAgain) && !(LastAsked?.Day >= check.Day) && !IsInvited && !facts.IsKnown
            ? Says(check.Level, check, check.Day)
            : null;
    }

    private PromptDecision? Due()
    {
        if (facts.Person.AgeYears < rules.FromAge || IsInvited || facts.IsKnown)
        {
            return null;
        }

        var days = facts.Person.Pregnant == true ? rules.Days.AskAgainInPregnancy : rules.Days.AskAgain;
        var asked = LastAsked;
        return asked is not null && IsWithin(asked.Day, days - 1) ? null : Says(Seriousness.None, asked, asked?.Day);
    }

    private bool IsInvited => facts.Tasks.Any(task =>
        task.Kind == TaskKinds.Ask && task.IsOpen && task.Due is { } day && IsWithin(day, rules.Days.InvitationWaits));

    private bool TalkedSince(DateOnly day) => facts.Talks.Any(talk => talk >= day && talk <= lastDay);

    private bool IsSafeSince(DateOnly day) =>
        facts.Talks.Any(talk => talk > day && talk <= lastDay)
        || facts.Tasks.Any(task => task.Kind == TaskKinds.KeepSafe && task.IsDone && task.Due >= day);

    private bool IsWithin(DateOnly day, int days) => today.DayNumber - day.DayNumber <= days;

    /// <summary>The most recent one; of several on one day the most serious.</summary>
    private static PastScreening? Latest(IEnumerable<PastScreening> screenings) => screenings
        .OrderByDescending(each => each.Day)
        .ThenByDescending(each => each.Level)
        .ThenBy(each => each.InstrumentId, StringComparer.Ordinal)
        .FirstOrDefault();

    private static PromptDecision Says(Seriousness level, PastScreening? about = null, DateOnly? day = null) =>
        new(Undecided, level, about, day);
}
