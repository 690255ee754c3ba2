using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>What is being ordered is already running, or something of its kind, from another prescriber.</summary>
internal static class SameMedicineElsewhereRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        var lookBack = rule.Whole("lookBackDays");
        foreach (var kind in looked.Drafts.GroupBy(draft => draft.Ingredient.Group).Where(kind => rule.Groups.Contains(kind.Key)).OrderBy(kind => kind.Key))
        {
            var others = looked.Record.Where(supply => supply.Ingredient.Group == kind.Key).ToImmutableArray();
            var running = others.Where(supply => kind.Any(draft => Overlaps(draft, supply) && Source(draft, supply) == SameSource.Different)).ToImmutableArray();
            if (!running.IsEmpty)
            {
                yield return new RuleOutcome.Holds(
                    Values.Of(
                        ("drafted", Values.Names(kind)),
                        ("running", Values.Names(running)),
                        ("until", Values.Day(running.Max(supply => supply.LastDay)!.Value))),
                    [.. kind, .. running]);
                continue;
            }

            var perhaps = others.Where(supply => kind.Any(draft => MayOverlap(draft, supply) && Source(draft, supply) != SameSource.Same)).ToImmutableArray();
            if (!perhaps.IsEmpty)
            {
                yield return new RuleOutcome.NotTold(Values.Of(
                    ("drafted", Values.Names(kind)),
                    ("running", Values.Names(perhaps)),
                    ("until", Values.Same("?"))));
            }
        }

        bool Overlaps(Supply draft, Supply supply) =>
            DayRange.DaysIn([DraftDays(draft).Meet(supply.Certain)]) >= rule["overlapDays"];

        bool MayOverlap(Supply draft, Supply supply) =>
            DayRange.DaysIn([DraftDays(draft).Meet(supply.PossibleFor(lookBack))]) >= rule["overlapDays"];
    }

    /// <summary>Without its days a draft is at least for the day it begins.</summary>
    private static DayRange DraftDays(Supply draft) =>
        new(draft.Start.Latest.DayNumber, draft.Start.Latest.DayNumber + (draft.Days ?? 1));

    private static SameSource Source(Supply draft, Supply supply) => draft.Source.Compare(supply.Source);
}
