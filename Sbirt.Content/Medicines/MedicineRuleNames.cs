using System.Collections.Immutable;

namespace Sbirt.Content.Medicines;

/// <summary>Which rules there are, the cut-offs each compares with, and the values its words may name.</summary>
internal static class MedicineRuleNames
{
    public const string SameElsewhere = "same-medicine-elsewhere";
    public const string Overlap = "overlapping-supply";
    public const string Several = "several-in-one-prescription";
    public const string TwelveMonths = "twelve-months-same-dose";
    public const string AboveLimit = "above-supply-limit";
    public const string Early = "early-refill";
    public const string EarlyRepeated = "early-refill-repeated";
    public const string OpioidWithBenzodiazepine = "opioid-with-benzodiazepine";
    public const string RiskyDrinking = "sedative-with-risky-drinking";
    public const string Apnoea = "sedative-with-sleep-apnoea";
    public const string OlderAge = "sedative-in-older-age";
    public const string Trend = "diazepam-equivalent-trend";
    public const string Morphine = "morphine-equivalent-amount";

    /// <summary>Every rule with what it needs, in no order.</summary>
    public static ImmutableArray<RuleNeeds> All { get; } =
    [
        new(SameElsewhere, true, ["overlapDays", "lookBackDays"], ["drafted", "running", "until"]),
        new(Overlap, true, ["overlapDays", "lookBackDays"], ["medicines", "sources", "days", "cutOff"]),
        new(Several, false, ["anxiolytics", "hypnotics", "antidepressants", "antipsychotics", "anxiolyticsAndHypnotics"], ["medicines", "count", "cutOff"]),
        new(TwelveMonths, true, ["months", "gapDays", "countFrom"], ["medicines", "dose", "from", "to", "months"]),
        new(AboveLimit, false, ["above"], ["medicines", "days", "limit"]),
        new(Early, true, ["graceDays"], ["medicines", "until", "days", "cutOff"]),
        new(EarlyRepeated, true, ["graceDays", "times", "withinDays"], ["medicines", "times", "within", "cutOff"]),
        new(OpioidWithBenzodiazepine, false, ["overlapDays", "lookBackDays"], ["opioids", "sedatives"]),
        new(RiskyDrinking, false, ["seriousness", "withinMonths", "lookBackDays"], ["sedatives", "on"]),
        new(Apnoea, false, ["lookBackDays"], ["sedatives"]),
        new(OlderAge, false, ["ageYears", "lookBackDays"], ["sedatives", "age"]),
        new(Trend, false, ["earlierDays"], ["medicines", "on", "earlier", "now", "before", "inada", "ashton", "notCounted"]),
        new(Morphine, false, [], ["medicines", "amount", "notCounted"]),
    ];
}

/// <summary>What a rule of the file must have.</summary>
/// <param name="Groups">It looks at groups that the file names.</param>
/// <param name="Values">Placeholders its words may use.</param>
internal sealed record RuleNeeds(string Id, bool Groups, ImmutableArray<string> CutOffs, ImmutableArray<string> Values);
