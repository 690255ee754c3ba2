using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>Finds the option of ours that a foreign option stands for.</summary>
internal static class OptionMatching
{
    /// <summary>
    /// By answer code, then by text, then by the letters of the code; by weight only where nothing else tells,
    /// and only when exactly one option has that weight.
    /// </summary>
    internal static Option? Find(Item item, string? system, string code, string? display, ImmutableArray<decimal> weights) =>
        ByMeaning(item, system, code, display) ?? ByWeight(item, weights);

    /// <summary>By answer code, text or the letters of the code.</summary>
    internal static Option? ByMeaning(Item item, string? system, string code, string? display)
    {
        foreach (var option in item.Options)
        {
            if ((system is null or CodeSystems.Answers && option.Code == code)
                || option.Codes.Any(known => known.Value == code && (system is null || known.System == system)))
            {
                return option;
            }
        }

        var said = PlainText.Of(display);
        var letters = PlainText.Of(code);
        return Single(item, option => said.Length > 0
                && (PlainText.Of(option.Text.Ja) == said || PlainText.Of(option.Text.En) == said))
            ?? Single(item, option => PlainText.Of(option.Code) == letters);
    }

    /// <summary>The only option with exactly the stated weight.</summary>
    internal static Option? ByWeight(Item item, ImmutableArray<decimal> weights) =>
        weights.Length == 1 ? Single(item, option => option.ScoreBySex is null && option.Score == weights[0]) : null;

    private static Option? Single(Item item, Func<Option, bool> fits)
    {
        Option? found = null;
        foreach (var option in item.Options)
        {
            if (!fits(option))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = option;
        }

        return found;
    }
}
