using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Referrals;

/// <summary>A need made ready to hold many places against it.</summary>
internal sealed class Question
{
    private static readonly ImmutableArray<Urgency> Practical = [Urgency.Debt, Urgency.Housing, Urgency.Child];

    public Question(Need need, ReferralLibrary library, DateOnly today)
    {
        Need = need;
        Library = library;
        Today = today;
        Prefecture = need.Prefecture is { } told
            ? library.Words.PrefectureOf(told)?.Name.Ja ?? told
            : null;
        Topics = MaskOf(Wanted(need));
        PracticalUrgencies = [.. Practical.Where(need.Urgencies.Contains)];
        PressesOnBody = need.Urgencies.Contains(Urgency.Safety)
            || need.Urgencies.Contains(Urgency.Withdrawal)
            || need.Topic is Topic.AlcoholWithdrawal or Topic.OpioidWithdrawal or Topic.Suicidality;
    }

    public Need Need { get; }

    public ReferralLibrary Library { get; }

    public DateOnly Today { get; }

    public string? Prefecture { get; }

    /// <summary>Topics a place may name to fit, as bits.</summary>
    public int Topics { get; }

    /// <summary>Debt, housing, child: those told.</summary>
    public ImmutableArray<Urgency> PracticalUrgencies { get; }

    /// <summary>Safety or withdrawal comes before anything else.</summary>
    public bool PressesOnBody { get; }

    public static int MaskOf(ImmutableArray<Topic> topics)
    {
        var mask = 0;
        foreach (var topic in topics)
        {
            mask |= 1 << (int)topic;
        }

        return mask;
    }

    private static ImmutableArray<Topic> Wanted(Need need)
    {
        ImmutableArray<Topic> topics = need.Topic switch
        {
            Topic.AlcoholWithdrawal => [Topic.AlcoholWithdrawal, Topic.Alcohol, Topic.Substances],
            Topic.OpioidWithdrawal => [Topic.OpioidWithdrawal, Topic.Drugs, Topic.Medicines, Topic.Substances],
            Topic.Substances => [Topic.Substances, Topic.Alcohol, Topic.Medicines, Topic.Drugs],
            Topic.Alcohol or Topic.Medicines or Topic.Drugs => [need.Topic, Topic.Substances],
            Topic.Suicidality => [Topic.Suicidality, Topic.Distress],
            _ => [need.Topic],
        };
        return need.Urgencies.Contains(Urgency.Safety) ? [.. topics, Topic.Suicidality, Topic.Distress] : topics;
    }
}
