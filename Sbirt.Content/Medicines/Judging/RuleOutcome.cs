using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>What a rule says: it holds, or it cannot be told. A rule that does not hold says nothing.</summary>
/// <param name="Values">What its words name.</param>
internal abstract record RuleOutcome(ImmutableDictionary<string, Localized> Values)
{
    /// <summary>It holds.</summary>
    /// <param name="Rests">The supplies it rests on.</param>
    public sealed record Holds(ImmutableDictionary<string, Localized> Values, ImmutableArray<Supply> Rests) : RuleOutcome(Values)
    {
        /// <summary>The orders being written that could be for fewer days.</summary>
        public ImmutableArray<ShorterSupply> Shorter { get; init; } = [];
    }

    /// <summary>A fact that it needs is missing.</summary>
    public sealed record NotTold(ImmutableDictionary<string, Localized> Values) : RuleOutcome(Values);
}
