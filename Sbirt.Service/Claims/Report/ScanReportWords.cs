using System.Collections.Frozen;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.Content.SmallCells;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Report;

/// <summary>The words of a scan's report.</summary>
internal static class ScanReportWords
{
    public static Localized Title { get; } = new("レセプト点検の報告", "Report on a scan of claims");

    public static Localized Lead { get; } = new(
        "レセプトから、受診やお薬が重なっている月を数えた結果です。数は事実を示すもので、その方の状態や必要な医療を判断するものではありません。お知らせの前に、担当者が一人ずつ根拠を確かめられます。",
        "What was counted on claims: months in which visits or medicines come together. A count is a fact; it says nothing about what a person needs. Before anybody is written to, staff can check the claims behind each count.");

    public static Localized Overview { get; } = new("全体", "Overview");

    public static Localized ClaimsRead { get; } = new("読み取ったレセプト", "Claims read");

    public static Localized PersonsSeen { get; } = new("人数", "Persons");

    public static Localized InMonths { get; } = new("対象月のレセプト", "Claims of these months");

    public static Localized ReachedAny { get; } = new("読み取れなかったレセプト", "Claims refused");

    public static Localized Found { get; } = new("目安ごとの人数", "Persons by signal");

    public static Localized Signal { get; } = new("目安", "Signal");

    public static Localized Month { get; } = new("月", "Month");

    public static Localized ByMonth { get; } = new("月ごとの人数", "Persons by month");

    public static Localized ByMonthNote { get; } = new(
        "一人の方が複数の月に数えられることがあるため、月の数を足しても全体の人数にはなりません。",
        "One person may be counted in several months, so months do not add up to the persons of the whole time.");

    public static Localized BySexAndAge { get; } = new("性別と年齢", "By sex and age");

    public static Localized Age { get; } = new("年齢", "Age");

    public static Localized AllAges { get; } = new("計", "All");

    public static Localized UnknownAge { get; } = new("不明", "unknown");

    public static Localized TooFew { get; } = new(
        $"{SmallCellRule.Least}人に満たないか、内訳から人数が分かってしまうため、内訳は示しません。",
        $"Fewer than {SmallCellRule.Least} persons, or parts from which a small number could be reckoned: no breakdown is shown.");

    public static Localized Distribution { get; } = new("1か月のレセプトの件数", "Claims in a month");

    public static Localized DistributionNote(string month) => new(
        $"{month}に1件以上あった方を、目安と同じ数え方で並べました。この月に除外や取り下げになった方は含みません。",
        $"Persons with at least one claim in {month}, counted as the signal counts. Those excluded or withdrawn in that month are not among them.");

    public static Localized Claims { get; } = new("件数", "Claims");

    public static Localized Persons { get; } = new("人数", "Persons");

    public static Localized LeftOut { get; } = new("数えなかったもの、その理由", "What was left out, and why");

    public static Localized LeftOutNote { get; } = new(
        "次の理由のある方は、数が目安に届いてもお知らせの対象から外しています。多くの受診がその方に必要な医療だからです。",
        "Persons with one of these reasons are not written to although their count meets a signal: many visits are the care they need.");

    public static Localized NobodyLeftOut { get; } = new("除外になった方はいません。", "Nobody was excluded.");

    public static Localized Reason { get; } = new("理由", "Reason");

    public static Localized Reading { get; } = new("読み取りと突き合わせ", "Reading and reconciling");

    public static Localized Reconciled { get; } = new(
        "読み取った件数と点数は、すべてのファイルの管理レコードの合計と一致しています。",
        "Claims and points read agree with the control records of all files.");

    public static Localized Unreconciled(int count) => new(
        $"管理レコードの合計と一致しないところが{count}か所あります。",
        $"In {count} places totals disagree with the control record.");

    public static Localized File { get; } = new("ファイル", "File");

    public static Localized Line { get; } = new("行", "Line");

    public static Localized Stated { get; } = new("記録の件数", "Stated");

    public static Localized Read { get; } = new("読んだ件数", "Read");

    public static Localized Refused { get; } = new("読めない件数", "Refused");

    public static Localized StatedPoints { get; } = new("記録の点数", "Points stated");

    public static Localized Points { get; } = new("読んだ点数", "Points read");

    public static Localized RefusedReasons { get; } = new("読み取れなかった行とファイル", "Lines and files that were not read");

    public static Localized NothingRefused { get; } = new("読み取れなかった行やファイルはありません。", "Every line of every file was read.");

    public static Localized RefusedNote { get; } = new(
        "場所と直し方は refused.ndjson に一つずつあります。", "refused.ndjson names each with its place and what mends it.");

    public static Localized Count { get; } = new("数", "Count");

    public static Localized Kind { get; } = new("種類", "Kind");

    public static Localized Arithmetic(long compared, long agreed) => new(
        $"お薬の点数の検算: {compared:N0}回のうち{agreed:N0}回で、日数と量から計算した点数が一致しました。",
        $"Arithmetic of medicines: {agreed:N0} of {compared:N0} times the points agree with days and amounts.");

    public static Localized Twice(long count) => new(
        $"再請求や重ねて届いた{count:N0}件は、あとの請求だけを数えました。", $"{count:N0} claims came again; of each the one billed last counts.");

    public static Localized OtherMonths(long count) => new(
        $"対象月以外のレセプトは{count:N0}件で、さかのぼって見る目安にだけ使いました。", $"{count:N0} claims of other months were used only where a signal looks back.");

    public static Localized HowCounted { get; } = new("数え方と出典", "How it was counted, and by whose numbers");

    public static Localized Limit { get; } = new("値の名前", "What");

    public static Localized Value { get; } = new("値", "Value");

    public static Localized From { get; } = new("適用日", "In effect from");

    public static Localized Source { get; } = new("出典", "Source");

    public static Localized SmallCells { get; } = new(
        $"「{Charts.ChartRow.KeptBack}」は示さない数です。{SmallCellRule.Least}人未満の数と、引き算でそれが分かってしまう数を伏せています。0人はそのまま示します。",
        $"\"{Charts.ChartRow.KeptBack}\" stands for a number that is kept back: below {SmallCellRule.Least} persons, or one from which such a number could be reckoned. A count of nobody is shown.");

    public static Localized Version(string preset, string version) => new($"目安の組 {preset} 第{version}版", $"Preset {preset}, version {version}");

    public static Localized PlotNote { get; } = new("同じ数が隣の表にあります。", "The table beside holds the same numbers.");

    public static Localized Of(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Reached => new("目安に届いた", "reached"),
        FindingOutcome.Approaching => new("手前", "approaching"),
        FindingOutcome.Excluded => new("除外", "excluded"),
        _ => new("取り下げ", "withdrawn"),
    };

    public static Localized Of(ClaimSex sex) => sex switch
    {
        ClaimSex.Male => new("男性", "men"),
        ClaimSex.Female => new("女性", "women"),
        _ => new("不明", "unknown"),
    };

    public static Localized Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Medical => new("医科", "medical"),
        ClaimKind.Dpc => new("DPC", "DPC"),
        ClaimKind.Dental => new("歯科", "dental"),
        _ => new("調剤", "dispensing"),
    };

    /// <summary>What a limit of a signal is called; one without a name here shows that of the file.</summary>
    public static Localized OfLimit(string name) => Limits.GetValueOrDefault(name) ?? new Localized(name, name);

    private static readonly FrozenDictionary<string, Localized> Limits = new Dictionary<string, Localized>(StringComparer.Ordinal)
    {
        ["threshold"] = new("目安", "reached from"),
        ["approachFrom"] = new("手前とする値", "approaching from"),
        ["windowMonths"] = new("見る月数", "months looked at"),
        ["consecutiveMonths"] = new("続く月数", "months in a row"),
        ["minOverlapDays"] = new("重なりの最少日数", "least days of overlap"),
        ["risePercent"] = new("増え方(%)", "rise in percent"),
        ["riseMonths"] = new("増え続ける月数", "months of rise"),
        ["riseFrom"] = new("増え方を見る最少の件数", "rise looked at from"),
        ["minDays"] = new("最少日数", "least days"),
        ["minInstitutions"] = new("最少の医療機関数", "least institutions"),
        ["anxiolytics"] = new("抗不安薬の種類", "anxiolytics"),
        ["hypnotics"] = new("睡眠薬の種類", "hypnotics"),
        ["antidepressants"] = new("抗うつ薬の種類", "antidepressants"),
        ["antipsychotics"] = new("抗精神病薬の種類", "antipsychotics"),
        ["anxiolyticsAndHypnotics"] = new("抗不安薬と睡眠薬を合わせた種類", "anxiolytics and hypnotics together"),
        ["acrossPrescriptions"] = new("合わせて見る処方の数", "prescriptions taken together from"),
        ["gapDays"] = new("続いているとみなす空きの日数", "days of gap allowed"),
        ["countFrom"] = new("数え始める日", "counted from the day"),
        ["graceDays"] = new("早い受け取りとしない日数", "days of grace"),
        ["gracePercent"] = new("早い受け取りとしない割合(%)", "grace in percent"),
        ["withinDays"] = new("見る日数", "days looked at"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
