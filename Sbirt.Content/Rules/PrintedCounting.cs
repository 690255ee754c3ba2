using System.Globalization;
using Sbirt.Content.Cards;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Rules;

/// <summary>Prints the rule by which the report proposes to retire a kind of card.</summary>
public static class PrintedCounting
{
    /// <summary>The rule, for the report as well as for the list of rules.</summary>
    public static PrintedRule Retirement(CountingRules rules)
    {
        var rule = rules.Retirement;
        return new PrintedRule(
            "prompt-counting/retirement",
            rules.Version,
            new Localized("カードの見直しの提案", "Proposing to retire a kind of card"),
            rules.Effective,
            [
                new(new Localized("受け入れの割合(受け入れ÷提示)", "Acceptance (accepted of offered)"), $"<{Text(rule.AcceptanceBelowPercent)} %"),
                new(new Localized("提示した回数", "Offers"), $"≥{Text(rule.OffersAtLeast)}"),
                new(new Localized("そのサービスに届いた返答の数", "Answers that came to the service"), $"≥{Text(rule.AnswersAtLeast)}"),
                new(new Localized("提案しない種類", "Kinds never proposed"), new Localized(
                    string.Join("、", rule.Never.Select(kind => rules.NameOf(kind).Ja)),
                    string.Join(", ", rule.Never.Select(kind => rules.NameOf(kind).En)))),
            ],
            rules.Sources,
            new Localized(
                "数えて示すだけの規則です。カードが自動で消えることはありません。緊急の内容が一度でも出た種類も提案しません。",
                "The rule only counts and shows. No card disappears by itself. A kind of which one card was urgent is not proposed either."));
    }

    internal static RuleChapter Chapter(CountingRules rules) => new(
        "prompt-counting",
        new Localized("カードの数え方", "How cards are counted"),
        [
            Retirement(rules),
            new PrintedRule(
                "prompt-counting/few",
                rules.Version,
                new Localized("少ない数の印", "Marking small numbers"),
                rules.Effective,
                [new(new Localized("「少数」と記す数", "Marked as few"), $"<{Text(rules.FewBelow)}")],
                rules.Sources),
        ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
