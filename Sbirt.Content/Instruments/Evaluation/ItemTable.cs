using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>The items of an instrument in order, each with its plan; conditions look only backwards.</summary>
internal sealed class ItemTable
{
    public ItemTable(ImmutableArray<Item> items, IEnumerable<Level>? levels = null)
    {
        Items = items;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            IsComputable &= positions.TryAdd(items[i].LinkId, i) && (items[i].Range is not null || items[i].Options.Length > 0);
        }

        Positions = positions.ToFrozenDictionary(StringComparer.Ordinal);
        var comparisons = items.SelectMany(item => new[] { item.EnabledWhen, item.ZeroWhen }).OfType<EnabledWhen>()
            .Concat((levels ?? []).Select(level => level.When))
            .SelectMany(when => when.Comparisons)
            .ToLookup(comparison => comparison.LinkId, StringComparer.Ordinal);
        Plans = [.. items.Select(item => new ItemPlan(
            item,
            item.EnabledWhen is null ? null : new ConditionPlan(item.EnabledWhen, Positions),
            item.ZeroWhen is null ? null : new ConditionPlan(item.ZeroWhen, Positions),
            comparisons[item.LinkId]))];
        HasScoreBySex = Plans.Any(plan => plan.HasScoreBySex);
    }

    public ImmutableArray<Item> Items { get; }

    public ImmutableArray<ItemPlan> Plans { get; }

    public FrozenDictionary<string, int> Positions { get; }

    /// <summary>True when points of some answer differ by sex.</summary>
    public bool HasScoreBySex { get; }

    /// <summary>False when a linkId stands twice or an item has no answers: faults of the file, nothing can be computed.</summary>
    public bool IsComputable { get; } = true;
}
