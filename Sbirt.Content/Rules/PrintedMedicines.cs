using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Rules;

/// <summary>Prints the rules about medicines: each cut-off by its name in the file.</summary>
internal static class PrintedMedicines
{
    public static RuleChapter Chapter(MedicineLibrary medicines) => new(
        "medicines",
        new Localized("お薬の規則", "Rules about medicines"),
        [.. medicines.Rules.Select(rule => Rule(rule, NumbersOf(rule, medicines)))]);

    private static PrintedRule Rule(MedicineRule rule, ImmutableArray<(PrintedCutOff Printed, Citation Source)> numbers) => new(
        $"medicines/{rule.Id}",
        rule.Version,
        rule.Title,
        numbers.Max(number => number.Source.Effective),
        [.. numbers.Select(number => number.Printed)],
        [.. numbers.Select(number => new Source(number.Source.Cite, number.Source.Certainty)).Distinct()],
        rule.Note);

    /// <summary>What a rule reckons with: its cut-offs, or the factors that stand with the ingredients.</summary>
    private static ImmutableArray<(PrintedCutOff Printed, Citation Source)> NumbersOf(MedicineRule rule, MedicineLibrary medicines) =>
        rule.Id == MedicineRuleNames.Morphine
            ? [.. medicines.Ingredients
                .Where(ingredient => ingredient.Morphine is not null)
                .Select(ingredient => (new PrintedCutOff(ingredient.Name, $"×{Figure.Text(ingredient.Morphine!.Factor)}"), ingredient.Morphine.Source))]
            : [.. rule.CutOffs.Values
                .OrderBy(cutOff => cutOff.Name, StringComparer.Ordinal)
                .Select(cutOff => (new PrintedCutOff(new Localized(cutOff.Name, cutOff.Name), Figure.Text(cutOff.Value)), cutOff.Source))];
}
