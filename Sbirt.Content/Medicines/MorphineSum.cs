using System.Collections.Immutable;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Medicines;

/// <summary>
/// The opioids of a day as milligrams of oral morphine: least and most, where doses are told so. The factors are those
/// of the United States and are not verified for Japan; it is no threshold and no dose for switching.
/// </summary>
/// <param name="NotCounted">Opioids of the day whose daily amount or factor is not known: the sum leaves them out.</param>
public sealed record MorphineSum(DailyAmount Total, ImmutableArray<Ingredient> Counted, ImmutableArray<Ingredient> NotCounted)
{
    /// <summary>The sum of these supplies; null when there is nothing to sum.</summary>
    internal static MorphineSum? Of(IEnumerable<Supply> supplies)
    {
        var opioids = supplies.Where(supply => supply.Ingredient.Group == MedicineGroup.Opioid).ToImmutableArray();
        var counted = opioids.Where(supply => supply is { Daily: not null, Ingredient.Morphine: not null }).ToImmutableArray();
        return counted.IsEmpty ? null : new MorphineSum(
            counted.Select(InMorphine).Aggregate(DailyAmount.Add),
            IngredientsOf(counted),
            IngredientsOf(opioids.Except(counted)));
    }

    private static DailyAmount InMorphine(Supply supply)
    {
        var factor = supply.Ingredient.Morphine!.Factor;
        return new DailyAmount(Math.Round(supply.Daily!.Value.Least * factor, 2), Math.Round(supply.Daily.Value.Most * factor, 2));
    }

    private static ImmutableArray<Ingredient> IngredientsOf(IEnumerable<Supply> supplies) =>
        [.. supplies.Select(supply => supply.Ingredient).Distinct().OrderBy(one => one.Id, StringComparer.Ordinal)];
}
