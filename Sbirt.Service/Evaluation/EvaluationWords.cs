using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.Evaluation;
using Sbirt.Content.Languages;
using Sbirt.Content.SmallCells;
using Sbirt.Service.Charts;

namespace Sbirt.Service.Evaluation;

/// <summary>The words of the report on letters.</summary>
internal static class EvaluationWords
{
    public static Localized Title { get; } = new("お知らせの前と後", "Before and after the letters");

    public static Localized Lead { get; } = new(
        "お知らせを送った方と、送らなかった似た方とで、前と後の変化を比べました。違いが偶然の幅に収まるかどうかも示します。",
        "How persons who were written to changed, beside persons like them who were not, and whether the difference is within what chance does.");

    public static Localized Times(MonthSpan before, MonthSpan after) => new($"前 {Text(before)}、後 {Text(after)}", $"before {Text(before)}, after {Text(after)}");

    public static Localized ShortAnswer { get; } = new("ひと目で", "At a glance");

    public static Localized Finding(ComparisonLine line) => new(
        $"{Words(line).Title.Ja}: 変化の差は1人1か月あたり{Signed(line.Effect, line.Measure)}{Words(line).Unit.Ja}(信頼区間 {Between(line).Ja})で、{(IsClear(line) ? "偶然だけでは起こりにくい差です。" : "偶然の幅に収まります。")}",
        $"{Words(line).Title.En}: the changes differ by {Signed(line.Effect, line.Measure)} {Words(line).Unit.En} for a person and month (confidence interval {Between(line).En}), {(IsClear(line) ? "which chance alone seldom makes." : "which is within what chance does.")}");

    /// <summary>A difference that is there without letters, too, is not the work of letters.</summary>
    public static Localized AlsoWithout { get; } = new(
        "ただし、お知らせのない時期の計算でも差が出ています。比べ方によるもので、お知らせによる差とは言えません。",
        "But the reckoning without letters shows a difference, too: it comes from the comparison and cannot be put down to letters.");

    public static bool IsClear(ComparisonLine line) => line.Low > 0 || line.High < 0;

    public static Localized WrittenTo { get; } = new("お知らせを送った方", "Persons written to");

    public static Localized Others(bool isWaitingList) => isWaitingList
        ? new("順番を待っている方", "Persons on the waiting list")
        : new("送らなかった似た方", "Persons like them, not written to");

    public static Localized TooSmall(int least) => new(
        $"どちらかの組が{least}人に満たないため、結果は示しません。", $"A group has fewer than {least} persons, so no result is shown.");

    public static Localized Effects { get; } = new("変化の差", "Difference of the changes");

    public static Localized EffectsNote(decimal percent) => new(
        $"点は変化の差、横線はその{percent}%信頼区間です。お知らせの前の平均に対する割合で描きます。0の線をまたぐ差は偶然の幅に収まります。",
        $"A dot is the difference of the changes, its line the {percent} % confidence interval, both as a part of the mean before. What crosses the line at 0 is within what chance does.");

    public static Localized GreyNote { get; } = new(
        "灰色は、だれにもお知らせを送っていない時期に同じ計算をしたものです。0に近いほど、比べ方が公平だと分かります。",
        "Grey is the same reckoning in months when nobody was written to. The nearer it lies to 0, the fairer the comparison.");

    public static Localized NegativeNote { get; } = new(
        "0より左は、お知らせを送った方のほうが減った(増え方が小さかった)ことを示します。",
        "Left of 0 those written to fell by more, or rose by less, than the others.");

    public static Localized RealTime { get; } = new("お知らせの時期", "Time of the letters");

    public static Localized PlaceboTime { get; } = new("お知らせのない時期", "Time without letters");

    public static Localized PerMonth { get; } = new("項目(1人1か月あたり)", "For a person and month");

    public static Localized Difference { get; } = new("お知らせの時期の差", "Difference, with letters");

    public static Localized PlaceboDifference { get; } = new("お知らせのない時期の差", "Difference, without letters");

    public static Localized Return { get; } = new("何もしなくても起こる変化(平均への回帰)", "What changes by itself (regression to the mean)");

    public static Localized ReturnText { get; } = new(
        "件数が特に多い月に見つかった方の多くは、次の月には件数がふだんに近づきます。けがや風邪が重なった月が終わるだけでも、数は減ります。これを平均への回帰といいます。前と後を比べるだけでは、この減り方もお知らせの力に見えてしまいます。",
        "Persons are found in a month in which they had very many claims, and in most cases the next months are more like their usual ones: an injury heals, a cold ends. This is called regression to the mean. Before and after alone would make it look like the work of a letter.");

    public static Localized ReturnShown(PlaceboSpans spans) => new(
        $"それを確かめるため、だれにもお知らせを送っていない{MonthSpan.Text(spans.Month)}に同じ目安で見つかる方を選び、前({Text(spans.Before)})と後({Text(spans.After)})を同じように計算しました。右の図の青い線の傾きは、お知らせなしで起こった変化です。",
        $"To show it, the same rule chose persons in {MonthSpan.Text(spans.Month)}, when nobody was written to, and the same was reckoned for before ({Text(spans.Before)}) and after ({Text(spans.After)}). The slope of the blue line on the right is what changed without a letter.");

    public static Localized NoPlacebo(PlaceboSpans spans) => new(
        $"お知らせのない時期の計算には{MonthSpan.Text(spans.Before.From)}からのレセプトが必要ですが、ありませんでした。この報告だけでは、平均への回帰がどれほどかは分かりません。",
        $"The reckoning without letters needs claims from {MonthSpan.Text(spans.Before.From)} on, and they were not given. How large regression to the mean is cannot be seen from this report.");

    public static Localized PlaceboTooSmall(int least) => new(
        $"お知らせのない時期に見つかる方か似た方が{least}人に満たないため、その時期の計算は示しません。",
        $"Fewer than {least} persons would have been found without letters, or are like them, so that time is not shown.");

    public static Localized Before { get; } = new("前", "before");

    public static Localized After { get; } = new("後", "after");

    public static Localized Means { get; } = new("前と後の平均", "Means before and after");

    public static Localized BySex { get; } = new("性別ごと", "By sex");

    public static Localized ByAge { get; } = new("年齢ごと", "By age");

    public static Localized PartsNote { get; } = new(
        "大阪の報告では男女差が見られましたが、どちらで大きかったかは書かれていません。ここでも向きを決めずに示します。組が小さいほど区間は広くなり、いくつもの組を見れば、偶然に0から離れる組も出ます。",
        "The Osaka report saw a difference between men and women and does not say which way; none is assumed here. Small groups have wide intervals, and among many groups some lie off 0 by chance.");

    public static Localized Part { get; } = new("組", "Group");

    public static Localized PersonsWritten { get; } = new("送った人数", "Written to");

    public static Localized PersonsCompared { get; } = new("比べた人数", "Compared");

    public static Localized Who { get; } = new("だれの数か", "Who is in the numbers");

    public static Localized WhoText(bool isWaitingList) => isWaitingList
        ? new("比べたのは、くじで順番待ちになった方です。選ばれ方に違いがないため、最も確かな比べ方です。お知らせのない時期では、同じ目安で見つかる方を同じようにくじで二組に分けています。",
            "The comparison is the waiting list, drawn by lot. As nothing but chance decided, it is the surest comparison. In the time without letters those the rule finds are drawn by lot into two groups likewise.")
        : new("比べたのは、お知らせを送らなかった方のうち、性別、年齢(10歳ごと)、見つかった月の件数と向精神薬の日数、それまでの件数が近い方です。一人に一人を、後の数を見ずに選びました。除外の理由がある方と、お知らせを望まないと届け出た方(名簿が渡された場合)は選びません。",
            "The comparison is persons not written to of the same sex and ten years of age, near in claims and psychotropic days of the month of the finding and in claims before: one for one, chosen without a look at what came after. Nobody with a reason for exclusion is among them, nor anybody who wants no letters, where such a list was given.");

    public static Localized LeftText { get; } = new(
        "後の期間にレセプトが1件もない方は、資格を失った方、亡くなった方、受診がなかった方のどれかですが、レセプトからは区別できません。上の結果からは両方の組で外しています。0として数えた場合の差を次の表に示します。二つが大きく違うときは、資格の記録で確かめることをお勧めします。",
        "Who has no claim at all after has left the insurer, died, or needed nothing; claims do not tell which. In both groups they are left out of the results above. The table shows the differences when they count as nought. Where the two are far apart, the insurer's register can tell more.");

    public static Localized WithEverybody { get; } = new("後にレセプトのない方を0として数えた場合", "With those who have no claim after as nought");

    public static Localized Of(FlowEnd end) => end switch
    {
        FlowEnd.Measured => new("前と後にレセプトがある(計算に入る)", "claims before and after: in the numbers"),
        FlowEnd.Unknown => new("このレセプトの中にいない", "not in these claims"),
        FlowEnd.OtherTime => new("お知らせの日が前と後の間にない", "letter not written between before and after"),
        FlowEnd.NotSeenBefore => new("前にレセプトがない", "no claim before"),
        FlowEnd.NotSeenAfter => new("後にレセプトがない", "no claim after"),
        _ => new("計", "all"),
    };

    public static Localized Persons { get; } = new("人数", "Persons");

    public static Localized How { get; } = new("計算の仕方", "How it was reckoned");

    public static Localized HowText { get; } = new(
        "一人ひとりについて、後の1か月あたりの値から前の値を引きます。その変化の平均を、送った方と比べた方で引き算したものが「変化の差」です。信頼区間は、人をひとまとまりとして二組の平均の差から求めます(ウェルチの方法)。",
        "For each person the value of a month before is taken from that of a month after. The mean change of those written to less that of the comparison is the difference. The interval is that of two means over persons, not months (Welch).");

    public static Localized Number { get; } = new("値の名前", "What");

    public static Localized Value { get; } = new("値", "Value");

    public static Localized Source { get; } = new("出典", "Source");

    public static Localized SmallCells { get; } = new(
        $"「{ChartRow.KeptBack}」は示さない数です。{SmallCellRule.Least}人未満の数と、引き算でそれが分かってしまう数を伏せています。",
        $"\"{ChartRow.KeptBack}\" stands for a number that is kept back: below {SmallCellRule.Least} persons, or one from which such a number could be reckoned.");

    public static Localized NotWhole { get; } = new(
        "読み取れなかったレセプトがあるか、管理レコードの合計と一致しないファイルがあります。scan の報告に場所があります。",
        "Some claims were not read, or totals disagree with a control record. The report of scan names the places.");

    public static Localized PlotNote { get; } = new("同じ数が表にあります。", "The table holds the same numbers.");

    public static Localized OfRule(string name) => name switch
    {
        "leastGroup" => new("組の最少人数", "least persons of a group"),
        "confidencePercent" => new("信頼区間(%)", "confidence in percent"),
        "claimsInMonth" => new("見つかった月の件数の差", "difference of claims in the month of the finding"),
        "psychotropicDaysInMonth" => new("見つかった月の向精神薬の日数の差", "difference of psychotropic days in that month"),
        "claimsBefore" => new("前の件数の差", "difference of claims before"),
        _ => new(name, name),
    };

    public static Localized OfPart(ComparisonPart part) => part.By == "sex"
        ? Claims.Report.ScanReportWords.Of((ClaimSex)part.Value)
        : part.Value < 0 ? Claims.Report.ScanReportWords.UnknownAge
        : part.Value == 9 ? new("90歳以上", "90 and more")
        : new($"{part.Value * 10}–{(part.Value * 10) + 9}歳", $"{part.Value * 10}–{(part.Value * 10) + 9}");

    public static Localized Between(ComparisonLine line) => new(
        $"{Signed(line.Low, line.Measure)} 〜 {Signed(line.High, line.Measure)}", $"{Signed(line.Low, line.Measure)} to {Signed(line.High, line.Measure)}");

    /// <summary>With its sign, as changes are written.</summary>
    public static string Signed(decimal number, Measure measure) => number switch
    {
        > 0 => $"+{Plain(number, measure)}",
        < 0 => $"−{Plain(-number, measure)}",
        _ => Plain(number, measure),
    };

    public static string Plain(decimal number, Measure measure) => number.ToString($"N{MeasureWords.Of(measure).Digits}", CultureInfo.InvariantCulture);

    private static MeasureWords Words(ComparisonLine line) => MeasureWords.Of(line.Measure);

    private static string Text(MonthSpan span) => span.Count == 1 ? MonthSpan.Text(span.From) : $"{MonthSpan.Text(span.From)}–{MonthSpan.Text(span.To)}";
}
