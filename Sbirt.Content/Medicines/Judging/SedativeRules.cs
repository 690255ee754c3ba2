using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>A benzodiazepine-type medicine in someone whom drinking, sleep apnoea or age make more vulnerable to it.</summary>
internal static class SedativeRules
{
    public static IEnumerable<RuleOutcome> WithRiskyDrinking(MedicineCase looked, MedicineRule rule)
    {
        var drinking = looked.Facts.Drinking;
        var isRecent = drinking is not null && drinking.On <= looked.Today && drinking.On.AddMonths(rule.Whole("withinMonths")) >= looked.Today;
        return Decide(
            looked,
            rule,
            isRecent ? (int)drinking!.Seriousness >= rule["seriousness"] : null,
            ("on", isRecent ? Values.Day(drinking!.On) : Values.Same("?")));
    }

    public static IEnumerable<RuleOutcome> WithSleepApnoea(MedicineCase looked, MedicineRule rule) =>
        Decide(looked, rule, looked.Facts.SleepApnoea);

    public static IEnumerable<RuleOutcome> InOlderAge(MedicineCase looked, MedicineRule rule)
    {
        var age = looked.Facts.AgeYears;
        return Decide(looked, rule, age is null ? null : age >= rule["ageYears"], ("age", age is { } years ? Values.Number(years) : Values.Same("?")));
    }

    private static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule, bool? isVulnerable, params ReadOnlySpan<(string Name, Localized Text)> values)
    {
        if (isVulnerable == false)
        {
            return [];
        }

        var sedatives = looked.Supplies.Where(supply => supply.Ingredient.IsBenzodiazepineAgonist).ToImmutableArray();
        ImmutableArray<Supply> current = [.. sedatives.Where(looked.IsCurrent)];
        var perhaps = current.IsEmpty
            ? [.. sedatives.Where(supply => looked.MayBeCurrent(supply, rule.Whole("lookBackDays")))]
            : ImmutableArray<Supply>.Empty;
        ImmutableArray<Supply> named = current.IsEmpty ? perhaps : current;
        if (named.IsEmpty || !looked.InFocus(named))
        {
            return [];
        }

        var all = Values.Of(values).Add("sedatives", Values.Names(named));
        return isVulnerable is null || current.IsEmpty ? [new RuleOutcome.NotTold(all)] : [new RuleOutcome.Holds(all, current)];
    }
}
