using System.Collections.Immutable;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Medicines;

/// <summary>
/// The benzodiazepine-type medicines of a day as milligrams of diazepam: a range, since the tables differ up to
/// threefold. It shows a trend; it is no threshold and no dose for switching.
/// </summary>
/// <param name="Total">From the least to the most that the tables together allow.</param>
/// <param name="Inada">By the Inada table alone; null when one of the medicines is not in it.</param>
/// <param name="Ashton">By the Ashton table alone; null when one of the medicines is not in it.</param>
/// <param name="NotCounted">Medicines of the day whose daily amount or equivalent is not known: the sum leaves them out.</param>
public sealed record DiazepamSum(
    DailyAmount Total,
    DailyAmount? Inada,
    DailyAmount? Ashton,
    ImmutableArray<Ingredient> Counted,
    ImmutableArray<Ingredient> NotCounted)
{
    /// <summary>The sum of the supplies that cover a day for certain; null when there is nothing to sum.</summary>
    internal static DiazepamSum? On(IEnumerable<Supply> supplies)
    {
        var sedatives = supplies.Where(supply => supply.Ingredient.IsBenzodiazepineAgonist).ToImmutableArray();
        var counted = sedatives.Where(supply => supply is { Daily: not null, Ingredient.Diazepam: not null }).ToImmutableArray();
        return counted.IsEmpty ? null : new DiazepamSum(
            counted.Select(supply => InDiazepam(supply, Both(supply.Ingredient.Diazepam!))).Aggregate(DailyAmount.Add),
            Sum(counted, equivalent => equivalent.Inada is { } inada ? (inada, inada) : null),
            Sum(counted, equivalent => equivalent.Ashton.IsEmpty ? null : (equivalent.Ashton.Min(), equivalent.Ashton.Max())),
            IngredientsOf(counted),
            IngredientsOf(sedatives.Except(counted)));
    }

    private static DailyAmount? Sum(ImmutableArray<Supply> supplies, Func<DiazepamEquivalent, (decimal Least, decimal Most)?> table)
    {
        var each = supplies.Select(supply => table(supply.Ingredient.Diazepam!) is { } equals ? InDiazepam(supply, equals) : (DailyAmount?)null).ToImmutableArray();
        return each.Any(amount => amount is null) ? null : each.Select(amount => amount!.Value).Aggregate(DailyAmount.Add);
    }

    private static (decimal Least, decimal Most) Both(DiazepamEquivalent equivalent)
    {
        ImmutableArray<decimal> all = equivalent.Inada is { } inada ? [inada, .. equivalent.Ashton] : equivalent.Ashton;
        return (all.Min(), all.Max());
    }

    /// <summary>The more milligrams equal 5 mg of diazepam, the less diazepam an amount is.</summary>
    private static DailyAmount InDiazepam(Supply supply, (decimal Least, decimal Most) equals) => new(
        Math.Round(supply.Daily!.Value.Least / equals.Most * DiazepamEquivalent.DiazepamMilligrams, 2),
        Math.Round(supply.Daily.Value.Most / equals.Least * DiazepamEquivalent.DiazepamMilligrams, 2));

    private static ImmutableArray<Ingredient> IngredientsOf(IEnumerable<Supply> supplies) =>
        [.. supplies.Select(supply => supply.Ingredient).Distinct().OrderBy(one => one.Id, StringComparer.Ordinal)];
}
