using System.Globalization;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Cards;

/// <summary>The suggestions to write the order at hand for fewer days: one for each medicine, for all of its lines or none.</summary>
internal static class ShorterSupplies
{
    public static IEnumerable<CardSuggestion> Of(
        MedicinePromptRules rules, MedicineJudgement judgement, Language language, Func<ShorterSupply, bool> canShorten) =>
        from shorter in Shortest(judgement)
        group shorter by (shorter.Ingredient.Id, shorter.ToDays) into lines
        orderby lines.Key.Id, lines.Key.ToDays
        where lines.All(canShorten)
        select new CardSuggestion(
            $"{MedicineOffer.ShorterSupply}-{lines.Key.Id}-{Text(lines.Key.ToDays)}",
            CardText.Fit(rules.Say(
                "shorten",
                language,
                ("medicine", lines.First().Ingredient.Name.In(language)),
                ("days", Text(lines.Key.ToDays)),
                ("from", Text(lines.Max(line => line.FromDays))))),
            false,
            [.. lines.Select(line => new Proposal.ShortenSupply(
                rules.Say("shortenOrder", language, ("days", Text(line.ToDays)), ("from", Text(line.FromDays))),
                line.UseId,
                line.FromDays,
                line.ToDays))]);

    /// <summary>Two findings may ask for one order: the fewer days keep to both.</summary>
    private static IEnumerable<ShorterSupply> Shortest(MedicineJudgement judgement) =>
        from finding in judgement.Findings
        where finding.Seriousness > Seriousness.None
        from shorter in finding.Shorter
        group shorter by shorter.UseId into same
        orderby same.Key
        select same.MinBy(shorter => shorter.ToDays);

    private static string Text(int days) => days.ToString(CultureInfo.InvariantCulture);
}
