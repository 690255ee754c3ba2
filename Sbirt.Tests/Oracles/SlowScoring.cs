using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Instruments;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// Scores by trying every way to complete a sheet, straight from the instrument's definition: slow and plain,
/// written apart from the scoring it is held against.
/// </summary>
internal static class SlowScoring
{
    /// <summary>Bounds of a scale; the scores given are those of the chosen options, by linkId.</summary>
    public static (decimal Lower, decimal Upper) Bounds(Instrument instrument, Scale scale, IReadOnlyDictionary<string, decimal> given) =>
        Complete(instrument, 0, given, new Dictionary<string, decimal>())
            .Select(answers => ValueOf(scale, answers))
            .Aggregate((Lower: decimal.MaxValue, Upper: decimal.MinValue), (bounds, value) =>
                (Math.Min(bounds.Lower, value), Math.Max(bounds.Upper, value)));

    /// <summary>LinkIds that are asked whatever the missing answers are, required, and not answered.</summary>
    public static ImmutableArray<string> Missing(Instrument instrument, IReadOnlyDictionary<string, decimal> given)
    {
        var ways = Complete(instrument, 0, given, new Dictionary<string, decimal>()).ToList();
        return [.. instrument.Items
            .Where(item => item.Required && !given.ContainsKey(item.LinkId) && ways.TrueForAll(answers => answers.ContainsKey(item.LinkId)))
            .Select(item => item.LinkId)];
    }

    private static IEnumerable<Dictionary<string, decimal>> Complete(
        Instrument instrument,
        int position,
        IReadOnlyDictionary<string, decimal> given,
        Dictionary<string, decimal> sofar)
    {
        if (position == instrument.Items.Length)
        {
            yield return sofar;
            yield break;
        }

        var item = instrument.Items[position];
        IEnumerable<decimal?> possible =
            item.EnabledWhen is { } when && !Holds(when, sofar) ? [null]
            : given.TryGetValue(item.LinkId, out var score) ? [score]
            : !item.Required ? [null]
            : item.Range is { } range ? Enumerable.Range((int)range.Min, (int)(range.Max - range.Min) + 1).Select(number => (decimal?)number)
            : item.Options.Select(option => (decimal?)option.ScoreFor(Sex.Male)).Distinct();
        foreach (var answer in possible)
        {
            var next = new Dictionary<string, decimal>(sofar);
            if (answer is { } known)
            {
                next[item.LinkId] = known;
            }

            foreach (var way in Complete(instrument, position + 1, given, next))
            {
                yield return way;
            }
        }
    }

    private static decimal ValueOf(Scale scale, Dictionary<string, decimal> answers)
    {
        var scores = scale.Items.Select(linkId => answers.GetValueOrDefault(linkId));
        return scale.Kind switch
        {
            ScaleKind.Sum => scores.Sum(),
            ScaleKind.Product => Math.Round(scores.Aggregate(1m, (product, score) => product * score) * scale.Factor, scale.Decimals ?? 28, MidpointRounding.AwayFromZero),
            _ => scale.Levels.Where(level => Holds(level.When, answers)).Select(level => level.Value).FirstOrDefault(),
        };
    }

    private static bool Holds(EnabledWhen when, Dictionary<string, decimal> answers)
    {
        var held = when.Comparisons.Count(comparison => answers.TryGetValue(comparison.LinkId, out var score) && comparison.Operator switch
        {
            ComparisonOperator.Equal => score == comparison.Score,
            ComparisonOperator.NotEqual => score != comparison.Score,
            ComparisonOperator.AtLeast => score >= comparison.Score,
            _ => score <= comparison.Score,
        });
        return when.All ? held == when.Comparisons.Length : held > 0;
    }
}
