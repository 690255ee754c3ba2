using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Cards;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Rules;

/// <summary>Prints when a doctor is prompted about screening.</summary>
internal static class PrintedPrompts
{
    private const string Id = "screening-prompts";

    public static RuleChapter Chapter(PromptRules rules, CountingRules counting) => new(
        Id,
        new Localized("スクリーニングのカード", "Screening prompts"),
        [
            Times(rules),
            Order(rules, counting),
            Quiet(rules),
            Known(rules),
            Pregnancy(rules),
            .. rules.Reasons.Select(reason => Reason(rules, reason)),
        ]);

    private static PrintedRule Times(PromptRules rules) => Rule(
        rules,
        "times",
        new("いつたずねるか", "When to ask"),
        [
            new(new("年齢", "Age"), new Localized($"{rules.FromAge}歳から", $"from {rules.FromAge} years")),
            Days("前回の質問票から次まで", "From one screening to the next", rules.Days.AskAgain),
            Days("妊娠中:前回から次まで", "In pregnancy: from one to the next", rules.Days.AskAgainInPregnancy),
            Days("声かけのない結果を示す間", "A result without a talk is shown", rules.Days.ResultWaits),
            Days("安全に関わる答えを示す間", "Answers about safety are shown", rules.Days.SafetyWaits),
            Days("つなぎ先への依頼から様子をうかがうまで", "From a request to asking how it went", rules.Days.ReferralWaits),
            Days("閉じられていない依頼や予定をうかがう間", "A hand-over that nobody closed is asked about", rules.Days.HandOverWaits),
            Days("送ったお誘いを重ねない間", "A sent invitation is left alone", rules.Days.InvitationWaits),
            Days("検査結果をさかのぼる長さ", "Laboratory results are looked at back to", rules.Days.ResultsLookedAt),
            new(new("使う質問票", "Instrument"), rules.Ask),
            new(new("健診の回答の後に使う質問票", "Instrument after the health check"), rules.AskAfterHealthCheck),
        ]);

    private static PrintedRule Order(PromptRules rules, CountingRules counting) => Rule(
        rules,
        "cards",
        new("カードの順(上から、最初に当てはまる1枚)", "Order of the cards (the first that applies is the one shown)"),
        [.. rules.Cards.Select(card => new PrintedCutOff(counting.NameOf(card.Kind), $"{card.Kind}: {string.Join(", ", card.Hooks)}"))]);

    private static PrintedRule Quiet(PromptRules rules) => Rule(
        rules,
        "quiet",
        new("見送られた後、同じ種類のカードを出さない間(安全のカードを除く)", "How long a kind stays quiet after it was set aside (safety never)"),
        [.. rules.OverrideReasons.Select(reason => Days(reason.Display.Ja, reason.Display.En, reason.QuietDays))]) with
    {
        Note = new Localized(
            "1回の診察で割り込むカードは1枚までです。前より深刻になったときは、見送られた後でも出ます。",
            "At most 1 interrupting card a visit. A situation that became more serious is shown again in spite of it."),
    };

    private static PrintedRule Known(PromptRules rules) => Rule(
        rules, "known", new("すでに病名があり、お誘いしないもの", "Known already, so nobody is invited"), [.. Codes(rules.Known)]);

    private static PrintedRule Pregnancy(PromptRules rules) => Rule(
        rules,
        "pregnancy",
        new("記録から妊娠を読む", "Reading a pregnancy from the record"),
        [
            .. Codes(rules.Pregnancy.Codes),
            .. Codes(rules.Pregnancy.Pregnant, new Localized("妊娠中: ", "pregnant: ")),
            .. Codes(rules.Pregnancy.NotPregnant, new Localized("妊娠していない: ", "not pregnant: ")),
            Days("記録の古さ", "Age of the statement", rules.Pregnancy.WithinDays),
        ]) with { Sources = rules.Pregnancy.Sources };

    private static PrintedRule Reason(PromptRules rules, AskReason reason) => Rule(
        rules,
        reason.Id,
        new Localized($"たずねるきっかけ: {reason.Label.Ja}", $"Reason to ask: {reason.Label.En}"),
        [
            .. Codes(reason.Conditions),
            .. reason.Result is { } result
                ? (IEnumerable<PrintedCutOff>)[new(reason.Label, $"≥{Figure.Text(result.AtLeast)} {result.Unit}"), .. Codes(result.Codes)]
                : [],
            .. reason.WithinDays is { } days ? (IEnumerable<PrintedCutOff>)[Days("記録の古さ", "Age of the record", days)] : [],
        ]) with { Sources = reason.Sources };

    private static PrintedRule Rule(PromptRules rules, string id, Localized title, ImmutableArray<PrintedCutOff> cutOffs) =>
        new($"{Id}/{id}", rules.Version, title, rules.Effective, cutOffs, rules.Sources);

    private static PrintedCutOff Days(string ja, string en, int days) => new(
        new Localized(ja, en),
        new Localized(
            string.Create(CultureInfo.InvariantCulture, $"{days}日"),
            string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}")));

    private static IEnumerable<PrintedCutOff> Codes(IEnumerable<CodeSet> sets, Localized? meaning = null) => sets.Select(set => new PrintedCutOff(
        new Localized((meaning?.Ja ?? "コード: ") + set.System, (meaning?.En ?? "Codes: ") + set.System),
        string.Join(", ", set.Codes.Concat(set.Prefixes.Select(prefix => prefix + "…")))));
}
