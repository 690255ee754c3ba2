using System.Collections.Immutable;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Medicines;

/// <summary>Holds a person's medicines against the rules. The order of the facts, and how often one came, change nothing.</summary>
public static class MedicineJudging
{
    private static readonly ImmutableArray<(string Id, Func<MedicineCase, MedicineRule, IEnumerable<RuleOutcome>> Decide)> Rules =
    [
        (MedicineRuleNames.SameElsewhere, SameMedicineElsewhereRule.Decide),
        (MedicineRuleNames.Overlap, OverlappingSupplyRule.Decide),
        (MedicineRuleNames.Several, SeveralInOnePrescriptionRule.Decide),
        (MedicineRuleNames.TwelveMonths, TwelveMonthsSameDoseRule.Decide),
        (MedicineRuleNames.AboveLimit, AboveSupplyLimitRule.Decide),
        (MedicineRuleNames.Early, EarlyRefillRule.Decide),
        (MedicineRuleNames.EarlyRepeated, EarlyRefillRule.DecideRepeated),
        (MedicineRuleNames.OpioidWithBenzodiazepine, OpioidWithBenzodiazepineRule.Decide),
        (MedicineRuleNames.RiskyDrinking, SedativeRules.WithRiskyDrinking),
        (MedicineRuleNames.Apnoea, SedativeRules.WithSleepApnoea),
        (MedicineRuleNames.OlderAge, SedativeRules.InOlderAge),
        (MedicineRuleNames.Trend, DiazepamTrendRule.Decide),
        (MedicineRuleNames.Morphine, MorphineAmountRule.Decide),
    ];

    /// <summary>What holds, what cannot be told for want of facts, and what could not be read.</summary>
    public static MedicineJudgement Judge(MedicineLibrary library, MedicineFacts facts)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(facts);
        var looked = new MedicineCase(library, facts);
        var said = (
            from rule in library.Rules
            from outcome in Rules.First(each => each.Id == rule.Id).Decide(looked, rule)
            select (Rule: rule, Outcome: outcome)).ToImmutableArray();
        return new MedicineJudgement(
            [.. said.Where(each => each.Outcome is RuleOutcome.Holds)
                .Select(each => FindingOf(library, each.Rule, (RuleOutcome.Holds)each.Outcome))
                .OrderByDescending(finding => finding.Seriousness)],
            [.. said.Where(each => each.Outcome is RuleOutcome.NotTold)
                .Select(each => new OpenQuestion(each.Rule, Values.Fill(each.Rule.Unknown, each.Outcome.Values)))
                .Distinct()],
            NotesOf(library, facts));
    }

    private static MedicineFinding FindingOf(MedicineLibrary library, MedicineRule rule, RuleOutcome.Holds outcome) => new(
        rule,
        rule.Seriousness,
        rule.Title,
        Values.Fill(rule.Detail, outcome.Values),
        rule.Action,
        outcome.Rests.Any(supply => NeedsSafety(supply.Ingredient)) ? library.Words.Safety : null,
        rule.Offers,
        [.. outcome.Rests.Distinct().OrderBy(supply => supply.Ingredient.Id, StringComparer.Ordinal)
            .ThenBy(supply => supply.Start.Earliest)
            .ThenBy(supply => supply.UseIds[0], StringComparer.Ordinal)
            .Select(supply => supply.ToEvidence())],
        outcome.Rests.Any(supply => supply.IsEstimate))
    {
        Shorter = rule.Offers.Any(offer => offer.Id == MedicineOffer.ShorterSupply) ? outcome.Shorter : [],
    };

    /// <summary>Stopping suddenly is dangerous with benzodiazepines and everything that calms or dulls like them.</summary>
    private static bool NeedsSafety(Ingredient ingredient) =>
        ingredient.IsBenzodiazepineAgonist || ingredient.Group is MedicineGroup.Anxiolytic or MedicineGroup.Hypnotic or MedicineGroup.Opioid;

    private static ImmutableArray<UnreadNote> NotesOf(MedicineLibrary library, MedicineFacts facts) => facts.Unread.IsDefault ? [] :
    [
        .. from unread in facts.Unread.Distinct()
           group unread by unread.Reason into same
           orderby same.Key
           select new UnreadNote(same.Key, library.TextOf(same.Key), same.Count(), same.Any(one => one.IsDraft)),
    ];
}
