using Sbirt.Content.Cards;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Reports;

/// <summary>The words of the report on prompts.</summary>
internal static class ReportWords
{
    public static Localized Title { get; } = new("カードの使われ方", "How the cards are used");

    public static Localized About { get; } = new(
        "この施設でお出ししたカードの数です。患者さんや自由記述の言葉は含みません。",
        "Counts of the cards offered at this site. They hold nothing of any patient and no remark that anybody wrote.");

    public static Localized From { get; } = new("はじめの月", "From month");

    public static Localized To { get; } = new("おわりの月", "To month");

    public static Localized Show { get; } = new("この期間を見る", "Show these months");

    public static Localized Rules { get; } = new("すべての規則", "All rules");

    public static Localized Overview { get; } = new("全体", "Overview");

    public static Localized Offered { get; } = new("提示", "Offered");

    public static Localized Accepted { get; } = new("受け入れ", "Accepted");

    public static Localized Overridden { get; } = new("見送り", "Set aside");

    public static Localized NothingSaid { get; } = new("返答なし", "Nothing said");

    public static Localized Acceptance { get; } = new("受け入れの割合", "Acceptance");

    public static Localized Median { get; } = new("返答までの時間(中央値)", "Time to act (median)");

    public static Localized Unmatched { get; } = new("対応するカードのない返答", "Feedback without a card of ours");

    public static Localized NothingSaidNote { get; } = new(
        "「返答なし」は、いいえという意味ではありません。記録システムが返答を送らない場合もここに入ります。",
        "\"Nothing said\" is not a no. Cards on which the record system sends no feedback are counted here, too.");

    public static Localized FewNote(int below) => new(
        $"「少数」は{below}未満の数です。たまたまの差が大きく出るので、割合は参考にとどまります。",
        $"\"few\" marks counts below {below}: chance weighs much in them, and a percentage is only a hint.");

    public static Localized Nothing { get; } = new("この期間にお出ししたカードはありません。", "No cards were offered in these months.");

    public static Localized ByKind { get; } = new("カードの種類ごと", "By kind of card");

    public static Localized ByService { get; } = new("サービスごと", "By service");

    public static Localized ByMonth { get; } = new("月ごと", "By month");

    public static Localized ByReason { get; } = new("見送りの理由", "Why cards were set aside");

    public static Localized Times { get; } = new("返答までの時間", "Time to act");

    public static Localized Kind { get; } = new("種類", "Kind");

    public static Localized ServiceName { get; } = new("サービス", "Service");

    public static Localized Month { get; } = new("月", "Month");

    public static Localized Reason { get; } = new("理由", "Reason");

    public static Localized Count { get; } = new("件数", "Count");

    public static Localized Answers { get; } = new("返答", "Answers");

    public static Localized LowerQuarter { get; } = new("4分の1", "First quarter");

    public static Localized Middle { get; } = new("中央値", "Median");

    public static Localized UpperQuarter { get; } = new("4分の3", "Third quarter");

    public static Localized TimesNote { get; } = new(
        "返答の4分の1、半分、4分の3がこの時間までに届きました。提示より前の日時の返答は数えません。図の目盛りは対数です。",
        "A quarter, half and three quarters of the answers came within this time. Answers dated before their card are left out. The plot has a logarithmic scale.");

    public static Localized ReasonNotTold { get; } = new("理由の記録なし", "No reason given");

    public static Localized ReasonOther { get; } = new("その他の理由", "Another reason");

    public static Localized Verdict { get; } = new("見直し", "Review");

    public static Localized ProposedTitle { get; } = new("見直しの提案", "Proposed for retirement");

    public static Localized NoneProposed { get; } = new("この期間に、規則に当てはまる種類はありません。", "No kind meets the rule in these months.");

    public static Localized ProposedNote { get; } = new(
        "次の種類は下の規則に当てはまります。カードはこのまま出続けます。やめるか、言葉や時期を変えるかは、人が数字を見て決められます。",
        "These kinds meet the rule below. They go on being shown. Whether to retire them, or to change their words or timing, is for people to decide on the numbers.");

    public static Localized PlotNote { get; } = new("同じ数字が下の表にあります。", "The table below holds the same numbers.");

    public static Localized TableOf(Localized about) => new($"表: {about.Ja}", $"Table: {about.En}");

    public static Localized ReasonNumbers(PromptCount count) => new(
        $"提示{count.Offered}回のうち受け入れ{count.Accepted}回", $"{count.Accepted} of {count.Offered} offers accepted");

    public static Localized Of(RetirementVerdict verdict) => verdict switch
    {
        RetirementVerdict.Proposed => new("見直しを提案", "proposed"),
        RetirementVerdict.TooFewOffers => new("回数が少なく、まだ判断しません", "too few offers to say"),
        RetirementVerdict.TooLittleFeedback => new("返答が少なく、まだ判断しません", "too little feedback to say"),
        RetirementVerdict.NeverGoverned => new("安全のため対象外", "about safety, never proposed"),
        _ => new("続けます", "stays"),
    };
}
