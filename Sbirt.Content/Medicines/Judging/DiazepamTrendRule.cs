using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>The diazepam-equivalent range of today beside that of some months ago; never a threshold.</summary>
internal static class DiazepamTrendRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        var current = looked.Running(ingredient => ingredient.IsBenzodiazepineAgonist);
        if (current.IsEmpty || !looked.InFocus(current))
        {
            yield break;
        }

        if (DiazepamSum.On(current) is not { } now)
        {
            yield return new RuleOutcome.NotTold(Values.Of(("medicines", Values.Names(current))));
            yield break;
        }

        var earlier = DateOnly.FromDayNumber(Math.Max(0, looked.Today.DayNumber - rule.Whole("earlierDays")));
        var before = DiazepamSum.On(looked.Record.Where(supply => supply.Certain.Contains(earlier)));
        yield return new RuleOutcome.Holds(
            Values.Of(
                ("medicines", Values.Names(current)),
                ("on", Values.Day(looked.Today)),
                ("earlier", Values.Day(earlier)),
                ("now", Values.Same(now.Total.Text())),
                ("before", before is null ? new Localized("分かる記録なし", "no record that tells") : Values.Same(before.Total.Text())),
                ("inada", Table(now.Inada)),
                ("ashton", Table(now.Ashton)),
                ("notCounted", NotCounted(now))),
            current);
    }

    private static Localized Table(DailyAmount? amount) =>
        amount is { } told ? Values.Same(told.Text()) : new Localized("値のない薬があり合計できません", "no sum: a medicine is not in it");

    private static Localized NotCounted(DiazepamSum sum)
    {
        if (sum.NotCounted.IsEmpty)
        {
            return new Localized("", "");
        }

        return new Localized(
            $"{string.Join("、", sum.NotCounted.Select(one => one.Name.Ja))}は1日量か換算値が分からず、含めていません。",
            $"Not counted, for want of a daily amount or an equivalent: {string.Join(", ", sum.NotCounted.Select(one => one.Name.En))}.");
    }
}
