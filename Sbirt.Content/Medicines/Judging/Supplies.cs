using System.Collections.Immutable;
using System.Globalization;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>
/// Makes supplies of uses, the same ones in whatever order and how often the uses came: an order and its dispensing
/// become one, lines of a day are taken together, an early refill is used after what it refills.
/// </summary>
internal static class Supplies
{
    public static ImmutableArray<Supply> Of(MedicineFacts facts, int sameSupplyDays)
    {
        var uses = facts.Uses.IsDefault ? [] : facts.Uses
            .GroupBy(use => use.Id, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(use => use.IsDraft).ThenBy(OrderOf, StringComparer.Ordinal).First())
            .Where(use => use.IsDraft || use.Start is null || use.Start.Value.Earliest <= facts.Today)
            .OrderBy(OrderOf, StringComparer.Ordinal)
            .ToImmutableArray();
        var dated = uses.Select(use => use with { Start = use.Start ?? Undated(use, facts.Today) }).ToImmutableArray();
        return Shifted(Joined(OnceEach(dated, sameSupplyDays)));
    }

    /// <summary>A draft is of today; anything else may have begun on any day until now.</summary>
    private static DaySpan Undated(MedicineUse use, DateOnly today) =>
        use.IsDraft ? DaySpan.On(today) : new DaySpan(DateOnly.MinValue, today);

    /// <summary>Orders whose dispensing is there leave their prescriber to it; statements give way to both.</summary>
    private static IEnumerable<MedicineUse> OnceEach(ImmutableArray<MedicineUse> uses, int sameSupplyDays)
    {
        var dispensed = uses.Where(use => use is { Kind: UseKind.Dispensing, IsDraft: false }).ToImmutableArray();
        var orders = uses.Where(use => use is { Kind: UseKind.Order, IsDraft: false }).ToImmutableArray();
        var told = dispensed.Concat(orders).Select(use => use.Ingredient).ToHashSet();
        foreach (var use in uses)
        {
            if (use.IsDraft)
            {
                yield return use;
            }
            else if (use.Kind == UseKind.Dispensing)
            {
                var order = orders.LastOrDefault(order => IsOne(order, use, sameSupplyDays));
                yield return order is null ? use : use with
                {
                    Source = new PrescribingSource(use.Source.Prescriber ?? order.Source.Prescriber, use.Source.Institution ?? order.Source.Institution),
                    Prescription = use.Prescription ?? order.Prescription,
                    Daily = use.Daily ?? order.Daily,
                };
            }
            else if (use.Kind == UseKind.Order ? !dispensed.Any(one => IsOne(use, one, sameSupplyDays)) : !told.Contains(use.Ingredient))
            {
                yield return use;
            }
        }
    }

    private static bool IsOne(MedicineUse order, MedicineUse dispensing, int sameSupplyDays) =>
        order.Ingredient.Equals(dispensing.Ingredient)
        && order.AsNeeded == dispensing.AsNeeded
        && order.Source.Compare(dispensing.Source) != SameSource.Different
        && order.Start!.Value.Earliest <= dispensing.Start!.Value.Latest
        && dispensing.Start.Value.Earliest.DayNumber - order.Start.Value.Latest.DayNumber < sameSupplyDays;

    private static IEnumerable<Supply> Joined(IEnumerable<MedicineUse> uses) =>
        from use in uses
        group use by (use.Ingredient.Id, use.Source, use.Kind, use.IsDraft, use.AsNeeded, use.Start!.Value) into lines
        let first = lines.First()
        select new Supply(
            first.Ingredient,
            first.Source,
            first.Kind,
            first.IsDraft,
            first.AsNeeded,
            first.Start!.Value,
            lines.All(line => line.Days is not null) ? lines.Max(line => line.Days) : null,
            lines.Any(line => line.DaysAreEstimated || line.ByName),
            lines.All(line => line.Daily is not null) ? lines.Select(line => line.Daily!.Value).Aggregate(DailyAmount.Add) : null,
            lines.Select(line => line.Prescription).FirstOrDefault(key => key is not null),
            [.. lines.Select(line => line.Id).Order(StringComparer.Ordinal)]);

    private static ImmutableArray<Supply> Shifted(IEnumerable<Supply> supplies)
    {
        var ends = new Dictionary<(string, PrescribingSource), int>();
        var shifted = ImmutableArray.CreateBuilder<Supply>();
        foreach (var supply in supplies.OrderBy(supply => supply.Start.Earliest).ThenBy(supply => supply.Ingredient.Id, StringComparer.Ordinal).ThenBy(supply => supply.UseIds[0], StringComparer.Ordinal))
        {
            if (supply is { IsDraft: true } or { AsNeeded: true } or { Days: null } || !supply.Start.IsExact)
            {
                shifted.Add(supply);
                continue;
            }

            var key = (supply.Ingredient.Id, supply.Source);
            var start = supply.Start.Earliest.DayNumber;
            var from = Math.Max(start, ends.GetValueOrDefault(key, start));
            ends[key] = from + supply.Days.Value;
            shifted.Add(supply with { Shift = from - start });
        }

        return shifted.ToImmutable();
    }

    /// <summary>A word by which uses stand in one order, whatever order they came in.</summary>
    private static string OrderOf(MedicineUse use) => string.Create(
        CultureInfo.InvariantCulture,
        $"{use.Start?.Earliest:yyyy-MM-dd}|{use.Start?.Latest:yyyy-MM-dd}|{use.Ingredient.Id}|{use.Kind}|{use.Days:D6}|{use.Daily?.Least}|{use.Daily?.Most}|{use.AsNeeded}|{use.Source.Prescriber}|{use.Source.Institution}|{use.Prescription}|{use.ByName}|{use.DaysAreEstimated}|{use.Id}");
}
