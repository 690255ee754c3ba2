using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;

namespace Sbirt.Content.Findings;

/// <summary>What the answers mean: a band reached, or a flag or safety rule that holds.</summary>
/// <param name="Code">Band code <c>{pack}.{instrument}.{scale}.{band}</c>, or the modifier's id.</param>
/// <param name="Topic">What it is about; picks script and places.</param>
/// <param name="Band">Null for a flag or safety rule.</param>
/// <param name="Intervention">Brief intervention it brings; null: it brings none of its own.</param>
/// <param name="Assumptions">What had to be assumed because it was not told ("sex not told: the stricter cut-off is used").</param>
public sealed record Finding(
    string Code,
    Topic Topic,
    Seriousness Seriousness,
    Localized Title,
    Localized Action,
    ThresholdSet? Set,
    Band? Band,
    Modifier? Modifier,
    string? Intervention,
    bool HandOver,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<Localized> Assumptions);

/// <summary>A number a finding rests on, with the cut-off it was held against.</summary>
public sealed record Evidence(Localized What, decimal? Value, decimal Lower, decimal Upper, string? CutOff);
