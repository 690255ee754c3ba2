using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Tests.Content.Interventions;
using Sbirt.Tests.Content.Referrals;

namespace Sbirt.Tests.Content.Cards;

/// <summary>What a record says, of which a test names only what matters to it; the shipped rules, loaded once.</summary>
internal static class Records
{
    public static ContentLibrary Library { get; } = ContentLibrary.Load();

    public static PromptRules Rules { get; } = Library.Prompts;

    public static DateOnly Today { get; } = new(2026, 11, 21);

    /// <summary>A man of 56 of whom nothing else is recorded.</summary>
    public static ScreeningFacts Empty { get; } = new(new Person(Sex.Male, 56), [], [], [], [], [], IsKnown: false);

    public static ScreeningFacts With(this ScreeningFacts facts, params PastScreening[] screenings) =>
        facts with { Screenings = [.. facts.Screenings, .. screenings] };

    public static ScreeningFacts With(this ScreeningFacts facts, params PastTask[] tasks) => facts with { Tasks = [.. facts.Tasks, .. tasks] };

    public static ScreeningFacts Talked(this ScreeningFacts facts, params int[] daysAgo) =>
        facts with { Talks = [.. facts.Talks, .. daysAgo.Select(days => Today.AddDays(-days))] };

    public static ScreeningFacts Referred(this ScreeningFacts facts, int daysAgo, bool isOpen = true) =>
        facts with { Referrals = [.. facts.Referrals, new PastReferral(Today.AddDays(-daysAgo), isOpen)] };

    public static ScreeningFacts For(this ScreeningFacts facts, params string[] reasons) =>
        facts with { Reasons = [.. facts.Reasons, .. reasons.Select(reason => new SeenReason(reason, Rules.Reason(reason).Result is null ? null : "88 U/L"))] };

    public static PastScreening Screened(
        Seriousness level, int daysAgo, string instrument = "audit", Topic topic = Topic.Alcohol, bool handOver = false, string title = "AUDIT 14", int places = 0) => new(
            instrument,
            topic,
            Today.AddDays(-daysAgo),
            level,
            new Localized(title, title),
            new Localized("減酒支援 8〜14", "Brief intervention 8–14"),
            IsComplete: true,
            handOver,
            IsHealthCheck: false,
            language => Planning.Plan(Plans.Library, Plans.Request("alcohol-brief", language).WithAudit(14)),
            _ => places == 0 ? [] : Places.Suggest(
                Places.ANeed(), [.. Enumerable.Range(0, places).Select(number => Places.APlace("place-" + number, "mhwc", Topic.Alcohol))]));

    public static PastScreening HealthCheck(Seriousness level, int daysAgo) =>
        Screened(level, daysAgo, "health-check-drinking") with { IsHealthCheck = true };

    public static PastTask Planned(string kind, int daysAgo) => new(kind, Today.AddDays(-daysAgo), IsOpen: true, DidNotCome: false, IsDone: false);

    public static PastTask Done(string kind, int daysAgo) => new(kind, Today.AddDays(-daysAgo), IsOpen: false, DidNotCome: false, IsDone: true);

    public static PastTask Missed(int daysAgo) => new(TaskKinds.HandOver, Today.AddDays(-daysAgo), IsOpen: false, DidNotCome: true, IsDone: false);

    /// <summary>The kind of card, or "-".</summary>
    public static string Kind(this ScreeningFacts facts, string hook = "patient-view") =>
        ScreeningPrompts.Decide(Rules, facts, hook, Today)?.Card.Kind ?? "-";

    public static Card? Card(this ScreeningFacts facts, Language language = Language.En, string hook = "patient-view") =>
        ScreeningPrompts.Decide(Rules, facts, hook, Today) is { } decision
            ? CardComposing.Compose(Rules, facts, decision, language, Today)
            : null;

    /// <summary>One record for each kind of card.</summary>
    public static ImmutableArray<ScreeningFacts> OfEachKind { get; } =
    [
        Empty.With(Screened(Seriousness.Urgent, 1, "phq-9", Topic.Distress, handOver: true, places: 3)),
        Empty.With(Missed(3)),
        Empty.With(Screened(Seriousness.High, 1, handOver: true, places: 3)),
        Empty.With(Screened(Seriousness.High, 10, handOver: true, places: 3)).Talked(9),
        Empty.With(Screened(Seriousness.High, 30, handOver: true)).Talked(29).Referred(28),
        Empty.With(Planned(TaskKinds.LookAgain, 0)),
        Empty.With(HealthCheck(Seriousness.Low, 5)),
        Empty.For("hypertension", "gamma-gt"),
        Empty,
    ];
}
