using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>An opioid and a benzodiazepine-type medicine for the same days.</summary>
internal static class OpioidWithBenzodiazepineRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        var lookBack = rule.Whole("lookBackDays");
        var opioids = looked.Supplies.Where(supply => supply.Ingredient.Group == MedicineGroup.Opioid).ToImmutableArray();
        var sedatives = looked.Supplies.Where(supply => supply.Ingredient.IsBenzodiazepineAgonist).ToImmutableArray();
        var pairs = (
            from opioid in opioids
            from sedative in sedatives
            where looked.InFocus([opioid, sedative])
            select (Opioid: opioid, Sedative: sedative)).ToImmutableArray();
        var together = pairs.Where(pair => Meet(Days(pair.Opioid, certain: true), Days(pair.Sedative, certain: true))).ToImmutableArray();
        if (!together.IsEmpty)
        {
            yield return new RuleOutcome.Holds(
                Values.Of(
                    ("opioids", Values.Names(together.Select(pair => pair.Opioid))),
                    ("sedatives", Values.Names(together.Select(pair => pair.Sedative)))),
                [.. together.SelectMany(pair => new[] { pair.Opioid, pair.Sedative }).Distinct()]);
            yield break;
        }

        var perhaps = pairs.Where(pair => Meet(Days(pair.Opioid, certain: false), Days(pair.Sedative, certain: false))).ToImmutableArray();
        if (!perhaps.IsEmpty)
        {
            yield return new RuleOutcome.NotTold(Values.Of(
                ("opioids", Values.Names(perhaps.Select(pair => pair.Opioid))),
                ("sedatives", Values.Names(perhaps.Select(pair => pair.Sedative)))));
        }

        // What was over before today is history; a draft without its days is at least for the day it begins.
        DayRange Days(Supply supply, bool certain)
        {
            var days = !certain ? supply.PossibleFor(lookBack)
                : supply is { IsDraft: true, Days: null } ? new DayRange(supply.Start.Latest.DayNumber, supply.Start.Latest.DayNumber + 1)
                : supply.Certain;
            return days.Meet(new DayRange(looked.Today.DayNumber, int.MaxValue));
        }

        bool Meet(DayRange one, DayRange other) => DayRange.DaysIn([one.Meet(other)]) >= rule["overlapDays"];
    }
}
