using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// An item's skip rule in the words of R4's <c>enableWhen</c>, which knows no scores: comparisons of a choice
/// are spelled out option by option.
/// </summary>
/// <remarks>
/// "All" becomes "was answered, and is none of the answers that do not fit"; "any" becomes "is one of the
/// answers that fit". Both stay flat, as R4 demands (one <c>enableBehavior</c> per item).
/// </remarks>
internal sealed record EnableWhenRows(bool All, ImmutableArray<EnableWhenRow> Rows)
{
    internal static EnableWhenRows? Of(Item item, Instrument instrument)
    {
        if (item.EnabledWhen is not { } rule)
        {
            return null;
        }

        var all = rule.All && rule.Comparisons.Length > 1;
        var rows = ImmutableArray.CreateBuilder<EnableWhenRow>();
        foreach (var comparison in rule.Comparisons)
        {
            var asked = instrument.Find(comparison.LinkId)!;
            if (asked.Kind == ItemKind.Integer)
            {
                rows.Add(new EnableWhenRow(asked.LinkId, Sign(comparison.Operator), null, comparison.Score));
                continue;
            }

            if (all)
            {
                rows.Add(new EnableWhenRow(asked.LinkId, "exists", null, null));
                rows.AddRange(asked.Options.Where(option => !Holds(comparison, option.Score))
                    .Select(option => new EnableWhenRow(asked.LinkId, "!=", option, null)));
            }
            else
            {
                rows.AddRange(asked.Options.Where(option => Holds(comparison, option.Score))
                    .Select(option => new EnableWhenRow(asked.LinkId, "=", option, null)));
            }
        }

        return new EnableWhenRows(all, rows.ToImmutable());
    }

    internal static bool Holds(Comparison comparison, decimal score) => comparison.Operator switch
    {
        ComparisonOperator.Equal => score == comparison.Score,
        ComparisonOperator.NotEqual => score != comparison.Score,
        ComparisonOperator.AtLeast => score >= comparison.Score,
        _ => score <= comparison.Score,
    };

    internal static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.AtLeast => ">=",
        _ => "<=",
    };
}

/// <summary>One line of <c>enableWhen</c>; neither option nor number: "was answered".</summary>
internal sealed record EnableWhenRow(string LinkId, string Operator, Option? Option, decimal? Number);
