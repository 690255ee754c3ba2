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
}
