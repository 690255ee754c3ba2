using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>Days covered by two sources at once: of one ingredient, and where that does not reach, of one kind.</summary>
internal static class OverlappingSupplyRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        var window = new DayRange(looked.Today.DayNumber - rule.Whole("lookBackDays"), int.MaxValue);
        foreach (var kind in looked.Supplies.GroupBy(supply => supply.Ingredient.Group).Where(kind => rule.Groups.Contains(kind.Key)).OrderBy(kind => kind.Key))
        {
            var ofKind = kind.ToImmutableArray();
            var each = ofKind.GroupBy(supply => supply.Ingredient.Id, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => Look([.. same], looked, rule, window))
                .OfType<RuleOutcome>()
                .ToImmutableArray();
            if (each.Any(outcome => outcome is RuleOutcome.Holds))
            {
                foreach (var outcome in each)
                {
                    yield return outcome;
                }
            }
            else if (Look(ofKind, looked, rule, window) is { } outcome)
            {
                yield return outcome;
            }
        }
    }

    private static RuleOutcome? Look(ImmutableArray<Supply> supplies, MedicineCase looked, MedicineRule rule, DayRange window)
    {
        if (!looked.InFocus(supplies))
        {
            return null;
        }

        var lookBack = rule.Whole("lookBackDays");
        var pairs = Pairs(supplies).Select(pair => (pair.One, pair.Other, Source: pair.One.Source.Compare(pair.Other.Source))).ToImmutableArray();
        var certain = pairs
            .Where(pair => pair.Source == SameSource.Different)
            .Select(pair => (pair.One, pair.Other, Days: pair.One.Certain.Meet(pair.Other.Certain).Meet(window)))
            .Where(pair => !pair.Days.IsEmpty)
            .ToImmutableArray();
        var days = DayRange.DaysIn(certain.Select(pair => pair.Days));
        if (days >= rule["overlapDays"])
        {
            ImmutableArray<Supply> rests = [.. certain.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct()];
            return new RuleOutcome.Holds(
                Values.Of(
                    ("medicines", Values.Names(rests)),
                    ("sources", Values.Number(SourcesIn(rests))),
                    ("days", Values.Number(days)),
                    ("cutOff", Values.Number(rule["overlapDays"]))),
                rests);
        }

        var perhaps = pairs.Where(pair => pair.Source != SameSource.Same)
            .Select(pair => (pair.One, pair.Other, Days: pair.One.PossibleFor(lookBack).Meet(pair.Other.PossibleFor(lookBack)).Meet(window)))
            .Where(pair => !pair.Days.IsEmpty)
            .ToImmutableArray();
        return DayRange.DaysIn(perhaps.Select(pair => pair.Days)) >= rule["overlapDays"]
            ? new RuleOutcome.NotTold(Values.Of(("medicines", Values.Names(perhaps.SelectMany(pair => new[] { pair.One, pair.Other })))))
            : null;
    }

    private static IEnumerable<(Supply One, Supply Other)> Pairs(ImmutableArray<Supply> supplies)
    {
        for (var i = 0; i < supplies.Length; i++)
        {
            for (var j = i + 1; j < supplies.Length; j++)
            {
                yield return (supplies[i], supplies[j]);
            }
        }
    }

    /// <summary>Sources that all differ from one another, counted one after the other.</summary>
    private static int SourcesIn(ImmutableArray<Supply> supplies)
    {
        var counted = new List<PrescribingSource>();
        foreach (var source in supplies.Select(supply => supply.Source))
        {
            if (counted.TrueForAll(other => other.Compare(source) == SameSource.Different))
            {
                counted.Add(source);
            }
        }

        return counted.Count;
    }
}
