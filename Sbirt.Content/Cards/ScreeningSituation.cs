using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Cards;

/// <summary>Holds the conditions of the cards against the facts of one patient on one day.</summary>
internal sealed class ScreeningSituation(PromptRules rules, ScreeningFacts facts, DateOnly today)
{
    private static readonly CardRule Undecided = new("", default, [], new CardTemplate(new("", "")), new CardTemplate(new("", "")), []);

    /// <summary>The last screening about alcohol that is more than the two questions of the health check.</summary>
    private readonly PastScreening? lastAsked = Latest(facts.Screenings.Where(each => !each.IsHealthCheck && each.Topic == Topic.Alcohol));

    /// <summary>The last sheet of each instrument that waits for a talk, the most serious of them.</summary>
    private PastScreening? Waiting => facts.Screenings
        .Where(each => !each.IsHealthCheck)
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

    // Not only of the last sheet: a later, milder questionnaire about something else does not take danger away.
    private PromptDecision? Safety()
    {
        var urgent = facts.Screenings
            .Where(each => each.Level == Seriousness.Urgent && IsWithin(each.Day, rules.Days.SafetyWaits) && !TalkedSince(each.Day))
            .OrderByDescending(each => each.Day)
            .ThenBy(each => each.InstrumentId, StringComparer.Ordinal)
            .FirstOrDefault();
        return urgent is null ? null : Says(Seriousness.Urgent, urgent, urgent.Day);
    }

    // A later step of the hand-over, whatever became of it, has taken the missed day up.
    private PromptDecision? NoShow()
    {
        var steps = facts.Tasks.Where(task => task.Kind == TaskKinds.HandOver).ToList();
        var latest = steps.Max(task => task.Due);
        return steps.Any(task => task.DidNotCome && task.Due == latest) && steps.All(task => task.DidNotCome || task.Due != latest)
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
            .Where(referral => referral.IsOpen && referral.Day is { } day && today.DayNumber - day.DayNumber >= rules.Days.ReferralWaits)
            .Min(referral => referral.Day);
        var isPlanned = facts.Tasks.Any(task => task.Kind == TaskKinds.LookAgain && task.IsOpen && task.Due > today);
        return oldest is { } asked && !isPlanned ? Says(Seriousness.High, null, asked) : null;
    }

    private PromptDecision? FollowUp()
    {
        var due = facts.Tasks
            .Where(task => task.Kind == TaskKinds.LookAgain && task.IsOpen && task.Due <= today)
            .Min(task => task.Due);
        return due is { } day && !facts.Screenings.Any(each => each.Day >= day) ? Says(Seriousness.Low, null, day) : null;
    }

    private PromptDecision? HealthCheck()
    {
        var check = Latest(facts.Screenings.Where(each => each.IsHealthCheck));
        return check is { Level: >= Seriousness.Low } && IsWithin(check.Day, rules.Days.AskAgain) && !(lastAsked?.Day >= check.Day) && !IsInvited && !facts.IsKnown
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
        return lastAsked is { IsComplete: true } asked && IsWithin(asked.Day, days - 1) ? null : Says(Seriousness.None, lastAsked, lastAsked?.Day);
    }

    private bool IsInvited => facts.Tasks.Any(task =>
        task.Kind == TaskKinds.Ask && task.IsOpen && task.Due is { } day && IsWithin(day, rules.Days.InvitationWaits));

    private bool TalkedSince(DateOnly day) => facts.Talks.Any(talk => talk >= day);

    // A day in the future is a mistake of the record; it is taken as today rather than left out.
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
