using System.Globalization;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// A condition on other answers as FHIRPath over <c>%resource</c>: true, false, or empty where an unanswered
/// question leaves it open (FHIRPath's own three-valued logic). A question that was not asked never holds.
/// </summary>
internal static class ConditionPath
{
    /// <summary>When the item is asked; null: always.</summary>
    internal static string? Of(Item item, Instrument instrument) =>
        item.EnabledWhen is { } rule ? Of(rule, instrument) : null;

    internal static string Of(EnabledWhen rule, Instrument instrument)
    {
        var joint = rule.All ? " and " : " or ";
        var terms = rule.Comparisons
            .Select(comparison =>
            {
                var item = instrument.Find(comparison.LinkId)!;
                return (Own: Compare(item, comparison), Before: Of(item, instrument));
            })
            .ToList();
        var shared = terms[0].Before;
        if (terms.TrueForAll(term => term.Before == shared))
        {
            var own = string.Join(joint, terms.Select(term => term.Own));
            return shared is null ? own : $"({shared}) and ({own})";
        }

        return string.Join(joint, terms.Select(term =>
            term.Before is null ? $"({term.Own})" : $"(({term.Before}) and {term.Own})"));
    }

    /// <summary>The linkIds whose answers decide, directly or at one remove, whether the item is asked.</summary>
    internal static IEnumerable<string> Deciders(Item item, Instrument instrument) =>
        item.EnabledWhen is not { } rule
            ? []
            : rule.Comparisons.SelectMany(comparison =>
                Deciders(instrument.Find(comparison.LinkId)!, instrument).Prepend(comparison.LinkId));

    private static string Compare(Item item, Comparison comparison)
    {
        var weight = item.Kind == ItemKind.Choice ? "weight()" : "";
        var score = comparison.Score.ToString(CultureInfo.InvariantCulture);
        var answer = $"%resource.item.where(linkId='{item.LinkId}').answer.value";
        var sign = EnableWhenRows.Sign(comparison.Operator);
        // Nobody has to answer an optional question: without an answer the comparison does not hold.
        return item.Required
            ? $"{answer}{(weight.Length > 0 ? "." + weight : "")} {sign} {score}"
            : $"{answer}.where({(weight.Length > 0 ? weight : "$this")} {sign} {score}).exists()";
    }
}
