using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Drinks;

/// <summary>A person's week in pure alcohol as a range, because answers are ranges; always an estimate (推計).</summary>
/// <param name="Least">Smallest amount the answers allow.</param>
/// <param name="Most">Largest; null when the last answer has no upper end.</param>
public sealed record WeekEstimate(Grams Least, Grams? Most)
{
    /// <summary>The week as lines and a bar, beside the guide; null when nothing is drunk.</summary>
    public WeekPicture? Picture(DrinkTable drinks, Person person, Language language)
    {
        ArgumentNullException.ThrowIfNull(drinks);
        ArgumentNullException.ThrowIfNull(person);
        if (Most is { Value: 0 })
        {
            return null;
        }

        var abstain = person.Pregnant == true || person.AgeYears < drinks.LegalDrinkingAge;
        var perDay = abstain ? new Grams(0) : drinks.RiskRaisingPerDay(person.Sex);
        return new WeekPicture(
            language,
            this,
            new Grams(perDay.Value * 7),
            Range(1, 0, language),
            Range(drinks["go"].Grams.Value, 1, language),
            Range(drinks["can"].Grams.Value, 0, language),
            Range(drinks["glass"].Grams.Value, 0, language),
            (perDay.Value * 7).ToString("0", CultureInfo.InvariantCulture),
            SexTold: person.Sex is Sex.Male or Sex.Female || abstain);
    }

    private string Range(decimal unit, int decimals, Language language)
    {
        var low = Number(Least.Value / unit, decimals);
        if (Most is not { } most)
        {
            return language == Language.En ? $"{low} or more" : $"{low}以上";
        }

        var high = Number(most.Value / unit, decimals);
        if (low == high)
        {
            return low;
        }

        return language == Language.En ? $"{low}–{high}" : $"{low}〜{high}";
    }

    private static string Number(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString(decimals == 0 ? "0" : "0.#", CultureInfo.InvariantCulture);
}
