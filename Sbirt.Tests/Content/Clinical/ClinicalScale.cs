using System.Collections.Immutable;
using Sbirt.Tests.Oracles;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>One scale of the shipped content with the oracle it is held against.</summary>
/// <param name="Positions">The oracle's positions of each item, by linkId.</param>
/// <param name="Score">The oracle's score; null where it gives none.</param>
/// <param name="Band">The id of the band that a pack must give; null where the pack says nothing.</param>
internal sealed record ClinicalScale(
    string Id,
    ImmutableDictionary<string, ImmutableArray<int>> Positions,
    Func<OracleSheet, decimal?> Score,
    Func<string, OracleSheet, decimal, string?> Band);
