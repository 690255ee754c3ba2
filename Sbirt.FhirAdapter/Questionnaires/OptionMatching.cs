using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>Finds the option of ours that a foreign option stands for.</summary>
internal static class OptionMatching
{
    /// <summary>The option an answer to a foreign form means; the weights that form gives it are added to those it came with.</summary>
    internal static Option? Meant(
        FormItem.Question question, AnswerValue.Coded coded, ref ImmutableArray<decimal> weights)
    {
        foreach (var option in question.Options)
        {
            if (option.Code == coded.Code && (coded.System is null || option.System == coded.System))
            {
                foreach (var weight in option.Weights)
                {
                    weights = weights.Contains(weight) ? weights : weights.Add(weight);
                }

                return option.Match;
            }
        }

        return Find(question.Item, coded.System, coded.Code, coded.Display, weights);
    }

    /// <summary>The option that words mean which the form itself shows for an answer; null: the form shows no such words.</summary>
    internal static Option? Meant(FormItem.Question question, AnswerValue.Words words)
    {
        var said = PlainText.Of(words.Text);
        return question.Options.FirstOrDefault(option => said.Length > 0 && PlainText.Of(option.Display) == said)?.Match;
    }

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
            ?? Single(item, option => PlainText.Of(option.Code) == letters)
            ?? ByRange(item, display);
    }

    /// <summary>"7-8 drinks" stands for "7-9 drinks": same words, numbers that lie within ours alone.</summary>
    private static Option? ByRange(Item item, string? display)
    {
        if (PlainText.Range(display) is not { } range)
        {
            return null;
        }

        var words = PlainText.WithoutDigits(display);
        return Single(item, option =>
            Covers(option.Text.En, range, words) || Covers(option.Text.Ja, range, words));
    }

    private static bool Covers(string? ours, (int From, int To) range, string words) =>
        PlainText.Range(ours) is { } own
        && own.From <= range.From && range.To <= own.To
        && PlainText.WithoutDigits(ours) == words;

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
