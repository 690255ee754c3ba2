using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>One benzodiazepine-type medicine, at one daily dose, prescribed again and again for twelve months.</summary>
internal static class TwelveMonthsSameDoseRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        var countFrom = DayOf(rule.Whole("countFrom"));
        var chains =
            from supply in looked.Supplies
            where supply.Ingredient.IsBenzodiazepineAgonist && rule.Groups.Contains(supply.Ingredient.Group)
            where supply.Start.Latest >= countFrom
            orderby supply.Start.Latest, supply.IsDraft
            group supply by supply.Ingredient.Id into same
            orderby same.Key
            select LastChain([.. same], rule.Whole("gapDays"));
        foreach (var chain in chains.Where(chain => looked.InFocus(chain) && IsCurrent(chain, looked.Today, rule.Whole("gapDays"))))
        {
            var first = chain[0];
            var last = chain[^1];
            var months = rule.Whole("months");
            if (MonthsAfter(first.Start.Earliest, months) > last.Start.Latest)
            {
                continue;
            }

            var medicines = ("medicines", Values.Names(chain));
            yield return chain.All(supply => supply is { Days: not null, Daily.IsExact: true }) && MonthsAfter(first.Start.Latest, months) <= last.Start.Earliest
                ? new RuleOutcome.Holds(
                    Values.Of(
                        medicines,
                        ("dose", Values.Same(last.Daily!.Value.Text())),
                        ("from", Values.Day(first.Start.Latest)),
                        ("to", Values.Day(last.Start.Earliest)),
                        ("months", Values.Number(MonthsBetween(first.Start.Latest, last.Start.Earliest)))),
                    chain)
                : new RuleOutcome.NotTold(Values.Of(medicines));
        }
    }

    /// <summary>
    /// The supplies that follow one another without a larger gap, another dose or use as needed in between, up to
    /// the newest. What is not known breaks no chain; it makes the answer unknown.
    /// </summary>
    private static ImmutableArray<Supply> LastChain(ImmutableArray<Supply> supplies, int gapDays)
    {
        var chain = new List<Supply>();
        var end = int.MinValue;
        foreach (var supply in supplies)
        {
            var start = supply.Start.Earliest.DayNumber;
            if (supply.AsNeeded)
            {
                chain.Clear();
                continue;
            }

            if (chain.Count > 0 && (start - end > gapDays || DoseDiffers(chain, supply)))
            {
                chain.Clear();
            }

            end = supply.Days is { } days ? Math.Max(chain.Count > 0 ? end : start, supply.Start.Latest.DayNumber) + days : int.MaxValue;
            chain.Add(supply);
        }

        return [.. chain];
    }

    private static bool DoseDiffers(List<Supply> chain, Supply next) =>
        next.Daily is { } dose && chain.FindLast(supply => supply.Daily is not null)?.Daily is { } before && before != dose;

    /// <summary>The newest is a draft, or was not over longer ago than a gap may last.</summary>
    private static bool IsCurrent(ImmutableArray<Supply> chain, DateOnly today, int gapDays) =>
        !chain.IsEmpty && (chain[^1].IsDraft || chain[^1].LastDay is not { } lastDay || today.DayNumber - lastDay.DayNumber <= gapDays);

    /// <summary>The same day so many months later; at the end of the calendar its last day.</summary>
    private static DateOnly MonthsAfter(DateOnly day, int months) =>
        day > DateOnly.MaxValue.AddMonths(-months) ? DateOnly.MaxValue : day.AddMonths(months);

    private static int MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return MonthsAfter(from, months) > to ? months - 1 : months;
    }

    /// <summary>A day written as one number, 20180401.</summary>
    private static DateOnly DayOf(int number) => new(number / 10_000, number / 100 % 100, number % 100);
}
