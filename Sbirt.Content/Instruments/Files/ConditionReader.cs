using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Instruments.Files;

/// <summary>Reads <c>{ any: […] }</c> and <c>{ all: […] }</c> comparisons of items that stand before.</summary>
internal sealed class ConditionReader(ContentReader reader, Repetition repetition)
{
    /// <summary>The condition, or null with faults.</summary>
    /// <param name="known">The items it may look at, by linkId.</param>
    /// <param name="excepted">LinkIds the repetition leaves out; comparisons with them fall away.</param>
    public EnabledWhen? Read(
        ConditionEntry entry,
        Turn turn,
        IReadOnlyDictionary<string, Item> known,
        IReadOnlySet<string> excepted)
    {
        if (entry is { All: null, Any: null } or { All: not null, Any: not null })
        {
            reader.Fault(entry.Line, "A condition says neither or both of `all` and `any`.", "Write exactly one of `all: […]` and `any: […]`.");
            return null;
        }

        var comparisons = ImmutableArray.CreateBuilder<Comparison>();
        foreach (var comparison in entry.All ?? entry.Any ?? [])
        {
            comparisons.AddRange(ReadComparison(comparison, turn, known, excepted));
        }

        if (comparisons.Count == 0)
        {
            reader.Fault(entry.Line, "A condition compares nothing.", "Name at least one item, such as `{ item: audit-1, atLeast: 1 }`.");
            return null;
        }

        return new EnabledWhen(entry.All is not null, comparisons.ToImmutable());
    }

    private IEnumerable<Comparison> ReadComparison(
        ComparisonEntry entry,
        Turn turn,
        IReadOnlyDictionary<string, Item> known,
        IReadOnlySet<string> excepted)
    {
        (ComparisonOperator Operator, decimal? Score)[] said =
        [
            (ComparisonOperator.AtLeast, entry.AtLeast),
            (ComparisonOperator.AtMost, entry.AtMost),
            (ComparisonOperator.Equal, entry.EqualTo),
            (ComparisonOperator.NotEqual, entry.Not),
        ];
        var told = said.Where(each => each.Score is not null).ToArray();
        if (told.Length != 1)
        {
            reader.Fault(entry.Line, "A comparison needs one of `atLeast`, `atMost`, `equals`, `not`.", "Write one of them with the score to compare with.");
            yield break;
        }

        foreach (var linkId in repetition.Expand(reader.Need(entry.Item, entry.Line, "item"), turn))
        {
            if (excepted.Contains(linkId))
            {
                continue;
            }

            if (!known.TryGetValue(linkId, out var item))
            {
                reader.Fault(entry.Line, $"A condition looks at \"{linkId}\", which is not an item before it.", "Name an item that stands earlier in the file; an item cannot depend on itself or on a later one.");
                continue;
            }

            if (item.ZeroWhen is not null)
            {
                reader.Fault(entry.Line, $"A condition looks at \"{linkId}\", which may count 0 without an answer.", "Look at an item without `zeroWhen`.");
            }

            var comparison = new Comparison(linkId, told[0].Operator, told[0].Score!.Value);
            if (!CanHold(comparison, item))
            {
                reader.Fault(entry.Line, $"The comparison with \"{linkId}\" can never hold: no answer has such a score.", "Compare with a score that one of its answers has.");
            }

            yield return comparison;
        }
    }

    private static bool CanHold(Comparison comparison, Item item)
    {
        if (item.Range is { } range)
        {
            return comparison.Operator switch
            {
                ComparisonOperator.AtLeast => range.Max >= comparison.Score,
                ComparisonOperator.AtMost => range.Min <= comparison.Score,
                ComparisonOperator.Equal => comparison.Score >= range.Min && comparison.Score <= range.Max,
                _ => range.Min != range.Max || range.Min != comparison.Score,
            };
        }

        return item.Options.Length == 0
            || item.Options.Any(option => comparison.Holds(option.ScoreFor(Sex.Male)) || comparison.Holds(option.ScoreFor(Sex.Female)));
    }
}
