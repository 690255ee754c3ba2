using System.Collections.Frozen;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Claims.Report;

/// <summary>Short names of the reasons in <c>refused.ndjson</c>; one without a name here is shown by its code.</summary>
internal static class RefusalNames
{
    private static readonly FrozenDictionary<string, Localized> Names = new Dictionary<string, Localized>(StringComparer.Ordinal)
    {
        ["not-a-claim-file"] = new("レセプトのファイルではない", "no file of claims"),
        ["not-cp932"] = new("文字コードが変えられている", "turned into another encoding"),
        ["not-readable"] = new("最後まで読めない", "cannot be read to its end"),
        ["gzip-not-whole"] = new("gzipが完全でない", "gzip not whole"),
        ["zip-not-whole"] = new("zipが完全でない", "zip not whole"),
        ["zip-entry-outside"] = new("zipの外を指す名前", "zip that reaches outside itself"),
        ["archive-in-archive"] = new("圧縮の中の圧縮", "archive within an archive"),
        ["unfolds-too-far"] = new("展開すると大きすぎる", "unfolds too far"),
        ["line-too-long"] = new("行が長すぎる", "line too long"),
        ["forbidden-character"] = new("使えない文字がある", "forbidden character"),
        ["too-many-columns"] = new("列が多すぎる", "too many columns"),
        ["unknown-record"] = new("知らないレコード", "unknown record"),
        ["head-unreadable"] = new("医療機関の記録が読めない", "head names no institution"),
        ["claim-without-head"] = new("医療機関の分からないレセプト", "claim without a head"),
        ["month-unreadable"] = new("診療年月が読めない", "no month of care"),
        ["birth-date-unreadable"] = new("生年月日が読めない", "no birth date"),
        ["claim-type-unreadable"] = new("レセプト種別が読めない", "no kind of claim"),
        ["insured-unreadable"] = new("保険者か番号が読めない", "no insurer or number"),
        ["nobody-pays"] = new("保険者も公費もない", "neither insurer nor public payer"),
        ["total-unreadable"] = new("合計の件数が読めない", "no total in the control record"),
        ["dispensing-date-unreadable"] = new("調剤日が読めない", "no day of dispensing"),
        ["supply-unreadable"] = new("日数や回数が読めない", "no days or times"),
        ["medicine-code-unreadable"] = new("医薬品コードが読めない", "no medicine code"),
        ["amount-unreadable"] = new("使用量が読めない", "no amount"),
        ["not-ndjson"] = new("1行1件(NDJSON)になっていない", "not one resource a line (NDJSON)"),
        ["not-utf8"] = new("UTF-8ではない", "not in UTF-8"),
        ["line-broken"] = new("行が壊れている", "line broken"),
        ["resource-type-missing"] = new("resourceTypeがない", "no resourceType"),
        ["resource-type-unknown"] = new("知らないresourceType", "unknown resourceType"),
        ["resource-type-unexpected"] = new("一覧と違うresourceType", "another resourceType than the manifest tells"),
        ["modifier-extension"] = new("意味を変えうる拡張がある", "extension that may change the meaning"),
        ["resource-id-missing"] = new("idがない", "no id"),
        ["status-unknown"] = new("状態が分からない", "no known status"),
        ["patient-missing"] = new("患者を指していない", "refers to no patient"),
        ["patient-ambiguous"] = new("同じidの患者が食い違う", "two patients of one id"),
        ["claim-kind-unknown"] = new("種類の分からない請求", "no kind of claim told"),
        ["institution-missing"] = new("医療機関の分からない請求", "no institution told"),
        ["medicine-unknown"] = new("コードの分からないお薬", "medicine without a known code"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Localized Of(string reason) => Names.GetValueOrDefault(reason) ?? new Localized(reason, reason);

    public static bool Knows(string reason) => Names.ContainsKey(reason);
}
