using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines;

/// <summary>What <c>Medicines/rules.yaml</c> holds.</summary>
/// <param name="SameSupplyDays">An order and a dispensing within so many days are one supply.</param>
internal sealed record MedicineWords(
    string Version,
    ImmutableArray<MedicineRule> Rules,
    ImmutableArray<MedicineOffer> Offers,
    Localized Safety,
    FrozenDictionary<UnreadReason, Localized> Unread,
    CutOff SameSupplyDays);
