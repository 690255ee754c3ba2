namespace Sbirt.Content.Medicines.Judging;

/// <summary>More days than the notification on supply limits allows; often a slip of entry.</summary>
internal static class AboveSupplyLimitRule
{
    public static IEnumerable<RuleOutcome> Decide(MedicineCase looked, MedicineRule rule) =>
        from supply in looked.Drafts.IsEmpty ? looked.Record.Where(looked.IsCurrent) : looked.Drafts
        where supply is { AsNeeded: false, Kind: not UseKind.Statement, Ingredient.SupplyLimit: not null }
        let limit = supply.Ingredient.SupplyLimit!.Days
        where supply.Days is not { } days || days - limit > rule["above"]
        orderby supply.Ingredient.Id
        let values = Values.Of(
            ("medicines", Values.Names([supply])),
            ("days", Values.Number(supply.Days ?? 0)),
            ("limit", Values.Number(limit)))
        select supply.Days is null ? (RuleOutcome)new RuleOutcome.NotTold(values) : new RuleOutcome.Holds(values, [supply]) { Shorter = looked.Shortened(supply, limit) };
}
