using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Drinks;

/// <summary>How two answers of an instrument become a week in grams: times a week, times drinks, times grams per drink.</summary>
internal sealed record WeekRule(
    string InstrumentId,
    string FrequencyItem,
    string AmountItem,
    ImmutableDictionary<string, (decimal Least, decimal? Most)> TimesPerWeek,
    ImmutableDictionary<string, (decimal Least, decimal? Most)> Drinks)
{
    public static WeekRule From(WeekRuleShape shape) => new(
        shape.Instrument!,
        shape.FrequencyItem!,
        shape.AmountItem!,
        Ranges(shape.TimesPerWeek),
        Ranges(shape.Drinks));

    /// <summary>The week, or null when an answer is missing or the instrument does not count drinks in grams.</summary>
    public WeekEstimate? Estimate(Scored scored)
    {
        if (scored.Instrument.GramsPerDrink is not { } gramsPerDrink
            || CodeOf(scored, FrequencyItem) is not { } frequency
            || !TimesPerWeek.TryGetValue(frequency, out var times))
        {
            return null;
        }

        if (times.Most == 0)
        {
            return new WeekEstimate(new Grams(0), new Grams(0));
        }

        if (CodeOf(scored, AmountItem) is not { } amount || !Drinks.TryGetValue(amount, out var drinks))
        {
            return null;
        }

        return new WeekEstimate(
            new Grams(times.Least * drinks.Least * gramsPerDrink),
            drinks.Most is { } most ? new Grams(times.Most!.Value * most * gramsPerDrink) : null);
    }

    private static string? CodeOf(Scored scored, string linkId) =>
        scored.Answers.FirstOrDefault(answer => answer.Item.LinkId == linkId)?.Option?.Code;

    private static ImmutableDictionary<string, (decimal Least, decimal? Most)> Ranges(Dictionary<string, List<decimal>> ranges) =>
        ranges.ToImmutableDictionary(
            range => range.Key,
            range => (range.Value[0], range.Value.Count > 1 ? range.Value[1] : (decimal?)null));
}
