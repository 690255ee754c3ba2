using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>A condition with its items looked up.</summary>
internal sealed class ConditionPlan
{
    public ConditionPlan(EnabledWhen condition, FrozenDictionary<string, int> positions)
    {
        All = condition.All;
        Comparisons = [.. condition.Comparisons
            .Where(comparison => positions.ContainsKey(comparison.LinkId))
            .Select(comparison => (positions[comparison.LinkId], comparison))];
    }

    /// <summary>True: all comparisons must hold; false: any.</summary>
    public bool All { get; }

    public ImmutableArray<(int Position, Comparison Comparison)> Comparisons { get; }

    /// <summary>Whether it holds for known scores; null is an item that was not asked or not answered.</summary>
    public bool Holds(ReadOnlySpan<decimal?> scores)
    {
        foreach (var (position, comparison) in Comparisons)
        {
            if ((scores[position] is { } score && comparison.Holds(score)) != All)
            {
                return !All;
            }
        }

        return All;
    }
}
