using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>
/// The rungs of a hand-over, from "told about the place" to "three months on". A phone call made is not a person
/// arrived: only the top rung closes it.
/// </summary>
/// <param name="FollowUpDays">Days after the first rung on which somebody asks how it went.</param>
/// <param name="AfterNoShow">Words without blame for one who did not come, or stopped coming; in order.</param>
/// <param name="GentleContacts">How often to get in touch after a missed visit before waiting for the person.</param>
public sealed record HandOverLadder(
    ImmutableArray<HandOverStep> Steps,
    ImmutableArray<int> FollowUpDays,
    ImmutableArray<Localized> AfterNoShow,
    int GentleContacts,
    ImmutableArray<Localized> GoodNews,
    ImmutableArray<Source> Sources)
{
    /// <summary>The rung after this one; null at the top or for an unknown code.</summary>
    public HandOverStep? After(string code)
    {
        var at = Steps.Select(step => step.Code).ToList().IndexOf(code);
        return at >= 0 && at + 1 < Steps.Length ? Steps[at + 1] : null;
    }

    /// <summary>The days on which to ask, for a person told of the place on a day.</summary>
    public ImmutableArray<DateOnly> FollowUps(DateOnly told) => [.. FollowUpDays.Select(told.AddDays)];
}

/// <summary>One rung.</summary>
/// <param name="Ask">What to ask or offer while the person stands on it.</param>
/// <param name="Closes">Only the last rung does.</param>
public sealed record HandOverStep(string Code, Localized Title, Localized Ask, bool Closes);
