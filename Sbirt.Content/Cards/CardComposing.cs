using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sbirt.Content.Findings;
using Sbirt.Content.Handouts;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.Content.Cards;

/// <summary>Puts a decision into words: the card as it is read, with the talk and the places where they belong.</summary>
public static class CardComposing
{
    /// <summary>The card of a decision.</summary>
    public static Card Compose(PromptRules rules, ScreeningFacts facts, PromptDecision decision, Language language, DateOnly today)
    {
        var rule = decision.Card;
        var plan = decision.About?.Plan(language);
        var places = decision.About is { } about && Refers(rule) ? about.Places(language) : [];
        var values = Values(rules, facts, decision, language, today);
        var escaped = values.ToDictionary(value => value.Key, value => Escaping.ForMarkdown(CardText.Fit(value.Value, RenderLimits.ValueChars)), StringComparer.Ordinal);
        escaped["talk"] = Talk(rules, plan, places, language);
        return new Card(
            rule.Kind,
            decision.Level,
            decision.Level == Seriousness.Urgent ? CardIndicator.Critical : rule.Indicator,
            CardText.Fit(rule.Summary.In(language, values)),
            rule.Detail.In(language, escaped),
            new CardProposals(rules, decision, plan, places, language, today).Of(rule),
            rules.OverrideReasons,
            language);
    }

    private static bool Refers(CardRule rule) => rule.Suggestions.Any(suggestion => suggestion.Do.Contains("refer"));

    private static Dictionary<string, string> Values(
        PromptRules rules, ScreeningFacts facts, PromptDecision decision, Language language, DateOnly today)
    {
        var day = decision.Day is { } told ? Day(told) : "";
        return new(StringComparer.Ordinal)
        {
            ["title"] = decision.About?.Title.In(language) ?? "",
            ["meaning"] = decision.About?.Meaning.In(language) ?? "",
            ["day"] = day,
            ["days"] = decision.Day is { } since ? (today.DayNumber - since.DayNumber).ToString(CultureInfo.InvariantCulture) : "",
            ["last"] = decision.Day is null ? rules.Say("neverAsked", language) : rules.Say("lastAsked", language, ("day", day)),
            ["reasons"] = Reasons(rules, facts, language),
            ["talk"] = "",
            ["place"] = "",
        };
    }

    private static string Reasons(PromptRules rules, ScreeningFacts facts, Language language) => string.Join(
        rules.Say("and", language),
        facts.Reasons
            .OrderBy(seen => rules.Reasons.IndexOf(rules.Reason(seen.RuleId)))
            .Select(seen => seen.Value is { } value
                ? $"{rules.Reason(seen.RuleId).Label.In(language)} {value}"
                : rules.Reason(seen.RuleId).Label.In(language)));

    // The steps of a plan are escaped for Markdown already.
    private static string Talk(PromptRules rules, InterventionPlan? plan, ImmutableArray<Suggestion> places, Language language)
    {
        if (plan is null)
        {
            return "";
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{rules.Say("talkHead", language)}: {Escaping.ForMarkdown(plan.Title)}**\n\n");
        for (var number = 0; number < plan.Steps.Length; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number + 1}. {plan.Steps[number].Say.Replace("\n", " ", StringComparison.Ordinal)}\n");
        }

        if (places.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{rules.Say("placesHead", language)}**\n\n");
            foreach (var place in places)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Escaping.ForMarkdown(CardText.Fit(place.Place.Name.In(language), RenderLimits.ValueChars))}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\n**{rules.Say("noteHead", language)}**\n\n");
        foreach (var line in plan.Note.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            text.Append(CultureInfo.InvariantCulture, $"> {CardMarkdown.Of(line)}  \n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
