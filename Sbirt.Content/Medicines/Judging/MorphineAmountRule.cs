using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>The opioids of today as oral morphine, beside what was found; there is no threshold in it.</summary>
internal static class MorphineAmountRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule _)
    {
        var current = looked.Running(ingredient => ingredient.Group == MedicineGroup.Opioid);
        if (current.IsEmpty || !IsInFocus(looked, current))
        {
            yield break;
        }

        yield return MorphineSum.Of(current) is { } sum
            ? new RuleOutcome.Holds(
                Values.Of(
                    ("medicines", Values.Names(current.Where(supply => sum.Counted.Contains(supply.Ingredient)))),
                    ("amount", Values.Same(sum.Total.Text())),
                    ("notCounted", NotCounted(sum))),
                current)
            : new RuleOutcome.NotTold(Values.Of(("medicines", Values.Names(current))));
    }

    /// <summary>A sedative being written beside an opioid that runs is about the opioid, too.</summary>
    private static bool IsInFocus(MedicineCase looked, ImmutableArray<Supply> current) =>
        looked.InFocus(current) || looked.Drafts.Any(draft => draft.Ingredient.IsBenzodiazepineAgonist);

    private static Localized NotCounted(MorphineSum sum) => sum.NotCounted.IsEmpty ? new Localized("", "") : new Localized(
        $"{string.Join("、", sum.NotCounted.Select(one => one.Name.Ja))}は1日量か換算係数が分からず、含めていません。",
        $"Not counted, for want of a daily amount or a factor: {string.Join(", ", sum.NotCounted.Select(one => one.Name.En))}.");
}
