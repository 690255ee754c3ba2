using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Cards;

/// <summary>
/// Puts what was found in a person's medicines on one card: the most serious finding leads, the others stand below it,
/// then what could not be judged. Every suggestion is an offer to plan or to ask, or to write the order at hand for fewer
/// days; none stops a medicine or changes what is taken a day.
/// </summary>
public static class MedicineCards
{
    /// <summary>The card, or null: nothing was found that asks for a word.</summary>
    /// <param name="canShorten">Whether an order can be written exactly for so many days; where not, the offer stays in words.</param>
    public static Card? Compose(
        MedicinePromptRules rules,
        MedicineJudgement judgement,
        ImmutableArray<OverrideReason> reasons,
        Language language,
        DateOnly today,
        Func<ShorterSupply, bool> canShorten)
    {
        var leading = judgement.Findings.FirstOrDefault();
        if (leading is null || leading.Seriousness == Seriousness.None)
        {
            return null;
        }

        var others = judgement.Findings.Count(finding => finding.Seriousness > Seriousness.None) - 1;
        var summary = rules.Say(
            others == 0 ? "summary" : "summaryMore",
            language,
            ("title", leading.Title.In(language)),
            ("days", others.ToString(CultureInfo.InvariantCulture)));
        return new Card(
            leading.RuleId,
            leading.Seriousness,
            leading.Seriousness >= Seriousness.Moderate ? CardIndicator.Warning : CardIndicator.Info,
            CardText.Fit(summary),
            Detail(rules, judgement, language),
            [.. Offers(rules, judgement, language, today), .. ShorterSupplies.Of(rules, judgement, language, canShorten)],
            reasons,
            language,
            ChooseSeveral: true);
    }

    private static IEnumerable<CardSuggestion> Offers(
        MedicinePromptRules rules, MedicineJudgement judgement, Language language, DateOnly today) =>
        judgement.Findings
            .Where(finding => finding.Seriousness > Seriousness.None)
            .SelectMany(finding => finding.Offers)
            .DistinctBy(offer => offer.Id)
            .Select((offer, number) => new CardSuggestion(
                offer.Id,
                offer.Text.In(language),
                number == 0,
                [new Proposal.PlanMedicine(offer.Text.In(language), offer.Id, offer.Id == "slow-plan" ? today.AddDays(rules.LookAgainDays) : today)]));

    private static string Detail(MedicinePromptRules rules, MedicineJudgement judgement, Language language)
    {
        var text = new StringBuilder();
        foreach (var finding in judgement.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"**{Markdown(finding.Title, language)}**\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Markdown(finding.Detail, language)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Markdown(finding.Action, language)}\n\n");
        }

        if (judgement.Findings.Any(finding => finding.RestsOnEstimate))
        {
            text.Append(CultureInfo.InvariantCulture, $"{rules.Say("estimate", language)}\n\n");
        }

        foreach (var sentence in judgement.Findings.Select(finding => finding.Safety).OfType<Localized>().Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"{Markdown(sentence, language)}\n\n");
        }

        List(text, rules.Say("notJudged", language), judgement.Open.Select(open => open.Text), language);
        List(text, rules.Say("notRead", language), judgement.Unread.Select(unread => unread.Text), language);
        return text.ToString().TrimEnd();
    }

    private static void List(StringBuilder text, string title, IEnumerable<Localized> sentences, Language language)
    {
        var all = sentences.Distinct().ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"**{title}**\n\n");
        all.ForEach(sentence => text.Append(CultureInfo.InvariantCulture, $"- {Markdown(sentence, language)}\n"));
        text.Append('\n');
    }

    private static string Markdown(Localized said, Language language) => CardMarkdown.Of(said.In(language));
}
