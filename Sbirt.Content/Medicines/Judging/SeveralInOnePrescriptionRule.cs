using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>The fee schedule's rule for several psychotropics in one prescription, counted by ingredient.</summary>
internal static class SeveralInOnePrescriptionRule
{
    private static readonly ImmutableArray<(string CutOff, ImmutableArray<MedicineGroup> Groups)> Counts =
    [
        ("anxiolytics", [MedicineGroup.Anxiolytic]),
        ("hypnotics", [MedicineGroup.Hypnotic]),
        ("antidepressants", [MedicineGroup.Antidepressant]),
        ("antipsychotics", [MedicineGroup.Antipsychotic]),
        ("anxiolyticsAndHypnotics", [MedicineGroup.Anxiolytic, MedicineGroup.Hypnotic]),
    ];

    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        foreach (var prescription in Prescriptions(looked))
        {
            var reached = Counts
                .Select(count => (count.CutOff, In: prescription.Where(supply => count.Groups.Contains(supply.Ingredient.Group)).ToImmutableArray()))
                .Where(count => IngredientsIn(count.In) >= rule[count.CutOff])
                .ToImmutableArray();
            // Three tranquillisers and a sleeping tablet reach both counts: the larger one says it all.
            foreach (var (cutOff, counted) in reached.Where(one => !reached.Any(larger => larger.In.Length > one.In.Length && one.In.All(larger.In.Contains))))
            {
                yield return new RuleOutcome.Holds(
                    Values.Of(
                        ("medicines", Values.Names(counted)),
                        ("count", Values.Number(IngredientsIn(counted))),
                        ("cutOff", Values.Number(rule[cutOff]))),
                    counted);
            }

            if (reached.IsEmpty && UnreadMayReach(looked, rule, prescription))
            {
                yield return new RuleOutcome.NotTold(Values.Of(("medicines", Values.Names(prescription)), ("count", Values.Same("?")), ("cutOff", Values.Same("?"))));
            }
        }
    }

    /// <summary>The order being written is one prescription; without one, the newest of those that were told as one.</summary>
    private static IEnumerable<ImmutableArray<Supply>> Prescriptions(MedicineCase looked)
    {
        if (!looked.Drafts.IsEmpty)
        {
            return [looked.Drafts];
        }

        return looked.Record
            .Where(supply => supply.Kind != UseKind.Statement && supply.Start.IsExact && (supply.Prescription is not null || supply.Source != PrescribingSource.Unknown))
            .GroupBy(supply => (supply.Prescription, Source: supply.Prescription is null ? supply.Source : default, Day: supply.Prescription is null ? supply.Start : default))
            .OrderByDescending(same => same.Max(supply => supply.Start.Latest))
            .ThenBy(same => same.First().UseIds[0], StringComparer.Ordinal)
            .Take(1)
            .Select(same => same.ToImmutableArray());
    }

    private static bool UnreadMayReach(MedicineCase looked, MedicineRule rule, ImmutableArray<Supply> prescription)
    {
        var unread = looked.Drafts.IsEmpty || looked.Facts.Unread.IsDefault
            ? 0
            : looked.Facts.Unread.Where(one => one.IsDraft && one.Reason is UnreadReason.CodeUnknown or UnreadReason.CodeMissing or UnreadReason.CodeContradiction).DistinctBy(one => one.UseId).Count();
        return unread > 0 && Counts.Any(count => IngredientsIn([.. prescription.Where(supply => count.Groups.Contains(supply.Ingredient.Group))]) + unread >= rule[count.CutOff]);
    }

    private static int IngredientsIn(ImmutableArray<Supply> supplies) => supplies.Select(supply => supply.Ingredient).Distinct().Count();
}
