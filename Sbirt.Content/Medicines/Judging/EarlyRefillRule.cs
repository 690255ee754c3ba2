using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>A supply that comes while, by the count, much of the last one is left; once, and again and again.</summary>
internal static class EarlyRefillRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule)
    {
        foreach (var refills in RefillsByIngredient(looked, rule))
        {
            var latest = refills[^1];
            var values = Values.Of(
                ("medicines", Values.Names([latest.Next])),
                ("until", latest.Last.LastDay is { } lastDay ? Values.Day(lastDay) : Values.Same("?")),
                ("days", Values.Number(latest.CertainlyEarly ?? 0)),
                ("cutOff", Values.Number(rule["graceDays"])));
            if (latest.CertainlyEarly > rule["graceDays"])
            {
                yield return new RuleOutcome.Holds(values, [latest.Last, latest.Next])
                {
                    Shorter = latest.DaysStillNeeded is { } days ? looked.Shortened(latest.Next, days) : [],
                };
            }
            else if (latest.MayBeEarlyBy(rule.Whole("graceDays")))
            {
                yield return new RuleOutcome.NotTold(values);
            }
        }
    }

    public static IEnumerable<RuleOutcome> DecideRepeated(MedicineCase looked, MedicineRule rule)
    {
        var grace = rule.Whole("graceDays");
        var within = rule.Whole("withinDays");
        foreach (var refills in RefillsByIngredient(looked, rule))
        {
            var recent = refills.Where(refill => looked.Today.DayNumber - refill.Next.Start.Earliest.DayNumber <= within).ToImmutableArray();
            var early = recent.Where(refill => refill.CertainlyEarly > grace).ToImmutableArray();
            var values = Values.Of(
                ("medicines", Values.Names(recent.Select(refill => refill.Next))),
                ("times", Values.Number(early.Length)),
                ("within", Values.Number(within)),
                ("cutOff", Values.Number(grace)));
            if (early.Length >= rule["times"])
            {
                yield return new RuleOutcome.Holds(values, [.. early.SelectMany(refill => new[] { refill.Last, refill.Next }).Distinct()]);
            }
            else if (early.Length + recent.Count(refill => refill.MayBeEarlyBy(grace)) >= rule["times"])
            {
                yield return new RuleOutcome.NotTold(values);
            }
        }
    }

    /// <summary>Each supply with the one before it from the same source; a raised dose is a change, not a refill.</summary>
    private static IEnumerable<ImmutableArray<Refill>> RefillsByIngredient(MedicineCase looked, MedicineRule rule) =>
        from supply in looked.Supplies
        where rule.Groups.Contains(supply.Ingredient.Group) && supply is { AsNeeded: false, Kind: not UseKind.Statement }
        orderby supply.Start.Latest, supply.IsDraft, supply.UseIds[0]
        group supply by supply.Ingredient.Id into same
        orderby same.Key
        let refills = Refills([.. same])
        where !refills.IsEmpty && looked.InFocus([refills[^1].Next])
        where looked.Drafts.IsEmpty || refills[^1].Next.IsDraft
        select refills;

    private static ImmutableArray<Refill> Refills(ImmutableArray<Supply> supplies)
    {
        var refills = ImmutableArray.CreateBuilder<Refill>();
        for (var i = 1; i < supplies.Length; i++)
        {
            var next = supplies[i];
            var last = supplies.Take(i).LastOrDefault(supply =>
                supply.Source.Compare(next.Source) != SameSource.Different && supply.Start != next.Start);
            if (last is not null && !(next.Daily is { } now && last.Daily is { } before && now.Least > before.Most))
            {
                refills.Add(new Refill(last, next));
            }
        }

        return refills.ToImmutable();
    }

    /// <summary>A supply and the one before it.</summary>
    private sealed record Refill(Supply Last, Supply Next)
    {
        /// <summary>Days it comes before the end of the last, by the reading that makes it least early; null: days not known.</summary>
        public int? CertainlyEarly => Last.Days is { } days
            ? Last.Start.Earliest.DayNumber + days - Next.Start.Latest.DayNumber
            : null;

        /// <summary>
        /// What is left of this supply once the days at hand are used; null unless both are known to be taken in one
        /// amount a day, for only then is a day at hand a day of this supply.
        /// </summary>
        public int? DaysStillNeeded => !Last.IsDraft && Last.Daily is { IsExact: true } && Last.Daily == Next.Daily
            ? Next.Days - CertainlyEarly
            : null;

        /// <summary>Not certainly early, but dates or days leave it open.</summary>
        public bool MayBeEarlyBy(int graceDays) => !(CertainlyEarly > graceDays) && (Last.Days is { } days
            ? Last.Start.Latest.DayNumber + days - Next.Start.Earliest.DayNumber > graceDays
            : Next.Start.Earliest.DayNumber - Last.Start.Latest.DayNumber < (Next.Days ?? graceDays));
    }
}
