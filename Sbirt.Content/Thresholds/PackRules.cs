using System.Collections.Immutable;

namespace Sbirt.Content.Thresholds;

/// <summary>What one pack, with what it inherits, says about one instrument.</summary>
/// <param name="Scales">Per scale, in the instrument's order, the sets of the nearest pack that has any.</param>
/// <param name="Modifiers">Own and inherited; of two with one id the nearer pack's.</param>
internal sealed record PackRules(
    ImmutableArray<(string ScaleId, ImmutableArray<ThresholdSet> Sets)> Scales,
    ImmutableArray<Modifier> Modifiers)
{
    public static PackRules None { get; } = new([], []);

    /// <summary>Without the sets and modifiers that others say already.</summary>
    public PackRules Without(IEnumerable<PackRules> others)
    {
        var said = others.SelectMany(other => other.Modifiers.Concat<object>(other.Scales.SelectMany(each => each.Sets)))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return new PackRules(
            [.. Scales.Where(each => !each.Sets.All(said.Contains))],
            [.. Modifiers.Where(modifier => !said.Contains(modifier))]);
    }
}

/// <summary>What a pack says about one instrument, and what the packs beside it say that it does not say itself.</summary>
internal sealed record InstrumentRules(
    PackRules Own,
    ImmutableArray<(string PackId, PackRules Rules)> Beside)
{
    public static InstrumentRules None { get; } = new(PackRules.None, []);
}
