using System.Collections.Immutable;

namespace Sbirt.Content.Cards;

/// <summary>Counts one group of prompts: a service, a kind, a month.</summary>
internal sealed class PromptTally
{
    private readonly SortedDictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly List<double> seconds = [];
    private int overridden;

    public int Offered { get; private set; }

    public int Accepted { get; private set; }

    public int Answered => Accepted + overridden;

    /// <summary>True when one of them was about somebody's safety.</summary>
    public bool HasSafety { get; private set; }

    /// <param name="reason">Set when it was set aside.</param>
    public void Add(in CountedPrompt prompt, string? reason)
    {
        Offered++;
        HasSafety |= prompt.IsSafety;
        Accepted += prompt.Outcome == PromptOutcome.Accepted ? 1 : 0;
        if (reason is not null)
        {
            overridden++;
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }

        // An answer dated before its offer tells of a clock that is wrong, not of a quick reader.
        if (prompt.Outcome != PromptOutcome.None && prompt.ActedAt is { } acted && acted >= prompt.OfferedAt)
        {
            seconds.Add((acted - prompt.OfferedAt).TotalSeconds);
        }
    }

    public PromptCount Count() => new(
        Offered,
        Accepted,
        overridden,
        Offered - Answered,
        [.. reasons.OrderByDescending(reason => reason.Value).Select(reason => new ReasonCount(reason.Key, reason.Value))],
        Times());

    private TimeToAct? Times()
    {
        if (seconds.Count == 0)
        {
            return null;
        }

        seconds.Sort();
        return new TimeToAct(seconds.Count, At(0.25), At(0.5), At(0.75));
    }

    private decimal At(double share)
    {
        var place = share * (seconds.Count - 1);
        var (below, above) = (seconds[(int)Math.Floor(place)], seconds[(int)Math.Ceiling(place)]);
        return Math.Round((decimal)(below + ((place - Math.Floor(place)) * (above - below))), 1, MidpointRounding.AwayFromZero);
    }
}
