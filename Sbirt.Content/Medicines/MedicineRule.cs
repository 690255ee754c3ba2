using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines;

/// <summary>A rule as <c>Medicines/rules.yaml</c> tells it: cut-offs with their sources, and the words of its finding.</summary>
/// <param name="Groups">Groups it looks at; empty: the rule itself says which medicines.</param>
/// <param name="Detail">With placeholders in braces, filled from the medicines of a finding.</param>
/// <param name="Unknown">What is said when facts are missing; placeholders as in <paramref name="Detail"/>.</param>
public sealed record MedicineRule(
    string Id,
    string Version,
    Seriousness Seriousness,
    ImmutableArray<MedicineGroup> Groups,
    FrozenDictionary<string, CutOff> CutOffs,
    Localized Title,
    Localized Detail,
    Localized Action,
    Localized Unknown,
    ImmutableArray<MedicineOffer> Offers)
{
    /// <summary>What a reader of the rule must know of it; null: nothing.</summary>
    public Localized? Note { get; init; }

    /// <summary>The cut-off of this name; the file's check guarantees those a rule needs.</summary>
    internal decimal this[string cutOff] => CutOffs[cutOff].Value;

    /// <summary>A cut-off in whole days, months, years or times.</summary>
    internal int Whole(string cutOff) => (int)CutOffs[cutOff].Value;
}

/// <summary>A number a rule compares with.</summary>
public sealed record CutOff(string Name, decimal Value, Citation Source);

/// <summary>Something that can be offered with a finding, e.g. <c>shorter-supply</c>.</summary>
public sealed record MedicineOffer(string Id, Localized Text)
{
    /// <summary>The offer whose rules may also shorten the order being written.</summary>
    public const string ShorterSupply = "shorter-supply";
}
