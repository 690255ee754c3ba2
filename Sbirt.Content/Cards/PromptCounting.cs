namespace Sbirt.Content.Cards;

/// <summary>
/// Counts prompts for the report, one after another, so that a year of a large clinic need not be in memory. Learning
/// means counting here: the one conclusion it draws is printed with its rule.
/// </summary>
/// <param name="reasonCodes">The coded reasons of the content; any other code is counted as "other".</param>
public sealed class PromptCounting(CountingRules rules, IEnumerable<string> reasonCodes)
{
    private readonly HashSet<string> reasons = new(reasonCodes, StringComparer.Ordinal);
    private readonly PromptTally all = new();
    private readonly Dictionary<string, PromptTally> services = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Service, string Kind), PromptTally> kinds = [];
    private readonly Dictionary<CalendarMonth, PromptTally> months = [];

    /// <summary>Counts one more; the order does not matter.</summary>
    public void Add(in CountedPrompt prompt)
    {
        var reason = prompt.Outcome != PromptOutcome.Overridden ? null
            : prompt.ReasonCode is null ? ReasonCount.NotTold
            : reasons.Contains(prompt.ReasonCode) ? prompt.ReasonCode
            : ReasonCount.Other;
        all.Add(prompt, reason);
        Of(services, prompt.Service).Add(prompt, reason);
        Of(kinds, (prompt.Service, prompt.Kind)).Add(prompt, reason);
        Of(months, CalendarMonth.Of(prompt.OfferedAt)).Add(prompt, reason);
    }

    /// <summary>The report of the months, those without a prompt included.</summary>
    /// <param name="unmatched">Feedback on cards that nobody here gave out.</param>
    public PromptReport Report(CalendarMonth from, CalendarMonth to, long unmatched) => new(
        from,
        to,
        all.Count(),
        [.. services.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new ServiceCount(each.Key, each.Value.Count()))],
        [.. kinds
            .OrderBy(each => each.Key.Service, StringComparer.Ordinal)
            .ThenByDescending(each => each.Value.Offered)
            .ThenBy(each => each.Key.Kind, StringComparer.Ordinal)
            .Select(each => new KindCount(each.Key.Service, each.Key.Kind, each.Value.Count(), Judge(each.Key.Service, each.Key.Kind, each.Value)))],
        [.. Enumerable.Range(0, Math.Max(0, from.CountTo(to)))
            .Select(number => from.Plus(number))
            .Select(month => new MonthCount(month, months.TryGetValue(month, out var tally) ? tally.Count() : PromptCount.Nothing))],
        unmatched);

    private RetirementVerdict Judge(string service, string kind, PromptTally tally)
    {
        var rule = rules.Retirement;
        return tally.HasSafety || rule.Never.Contains(kind) ? RetirementVerdict.NeverGoverned
            : tally.Offered < rule.OffersAtLeast ? RetirementVerdict.TooFewOffers
            : services[service].Answered < rule.AnswersAtLeast ? RetirementVerdict.TooLittleFeedback
            : 100L * tally.Accepted < (long)rule.AcceptanceBelowPercent * tally.Offered ? RetirementVerdict.Proposed
            : RetirementVerdict.Stays;
    }

    private static PromptTally Of<TKey>(Dictionary<TKey, PromptTally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies[key] = tally = new PromptTally();
        }

        return tally;
    }
}
