using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Rules;

/// <summary>Prints the rules about medicines: each cut-off by its name in the file.</summary>
internal static class PrintedMedicines
{
    public static RuleChapter Chapter(MedicineLibrary medicines) => new(
        "medicines", new Localized("お薬の規則", "Rules about medicines"), [.. medicines.Rules.Select(Rule)]);

    private static PrintedRule Rule(MedicineRule rule)
    {
        var cutOffs = rule.CutOffs.Values.OrderBy(cutOff => cutOff.Name, StringComparer.Ordinal).ToImmutableArray();
        return new PrintedRule(
            $"medicines/{rule.Id}",
            rule.Version,
            rule.Title,
            cutOffs.Max(cutOff => cutOff.Source.Effective),
            [.. cutOffs.Select(cutOff => new PrintedCutOff(new Localized(cutOff.Name, cutOff.Name), Figure.Text(cutOff.Value)))],
            [.. cutOffs.Select(cutOff => new Source(cutOff.Source.Cite, cutOff.Source.Certainty)).Distinct()]);
    }
}
