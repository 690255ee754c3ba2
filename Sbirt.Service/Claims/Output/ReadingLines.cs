using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Output;

/// <summary>What somebody has to know of how the input was read before trusting what was found in it; warnings begin with an exclamation mark.</summary>
internal static class ReadingLines
{
    public static IEnumerable<(FormattableString Ja, FormattableString En)> Of(ScanResult result) =>
        Refused(result).Concat(Resources(result.Resources)).Concat(Arithmetic(result.Arithmetic)).Concat(result.Read.SelectMany(text => text.Unreconciled).Select(each => Unreconciled(result, each)));

    private static IEnumerable<(FormattableString Ja, FormattableString En)> Refused(ScanResult result)
    {
        var lines = result.Parts.Sum(part => part.Refused.Count(line => line.Line > 0));
        if (lines + result.RefusedFiles > 0)
        {
            yield return (
                $"  ! 使えなかった行 {lines:N0}件、使えなかったファイル {result.RefusedFiles:N0}件(理由は {RefusedWriter.FileName} にあります)",
                $"  ! lines not used {lines:N0}, files not used {result.RefusedFiles:N0} (why: {RefusedWriter.FileName})");
        }
    }

    private static IEnumerable<(FormattableString Ja, FormattableString En)> Resources(ResourceCounts counts)
    {
        if (counts.Lines == 0)
        {
            yield break;
        }

        yield return (
            $"  FHIRリソース {counts.Lines:N0}件、うち取消・誤登録・予定など {counts.LeftOut:N0}件、集計に使わない種類 {counts.Other:N0}件、後の版に置き換わった請求 {counts.Replaced:N0}件、同じ月の請求とまとめたもの {counts.Joined:N0}件",
            $"  FHIR resources {counts.Lines:N0}: {counts.LeftOut:N0} cancelled, planned or in error, {counts.Other:N0} of types not used; claims replaced by a later state {counts.Replaced:N0}, counted with another of the month {counts.Joined:N0}");
        if (counts.Uninsured > 0)
        {
            yield return (
                $"  {Mark(counts.Unfound == 0)}保険者番号と番号の分からない人のFHIR請求 {counts.Uninsured:N0}件、うちPatientが見つからないもの {counts.Unfound:N0}件(参照先を人の目印にしました)",
                $"  {Mark(counts.Unfound == 0)}FHIR claims of persons without insurer and number {counts.Uninsured:N0}, of which without a Patient {counts.Unfound:N0}: those persons go by their reference");
        }
    }

    private static IEnumerable<(FormattableString Ja, FormattableString En)> Arithmetic(ArithmeticCheck check)
    {
        if (check.Compared > 0)
        {
            yield return (
                $"  {Mark(check.AreDaysSound)}調剤の点数が「単位薬剤料×日数」に合うもの {check.Agreed:N0} / {check.Compared:N0}{Doubt(check.AreDaysSound).Ja}",
                $"  {Mark(check.AreDaysSound)}days of dispensing whose points are those of a day times the days {check.Agreed:N0} of {check.Compared:N0}{Doubt(check.AreDaysSound).En}");
        }

        if (check.Priced > 0)
        {
            yield return (
                $"  {Mark(check.AreAmountsSound)}単位薬剤料が「薬価×使用量」に合うもの {check.PricedAgreed:N0} / {check.Priced:N0}{Doubt(check.AreAmountsSound).Ja}",
                $"  {Mark(check.AreAmountsSound)}prescription lines whose points are prices times amounts {check.PricedAgreed:N0} of {check.Priced:N0}{Doubt(check.AreAmountsSound).En}");
        }
    }

    private static (FormattableString Ja, FormattableString En) Unreconciled(ScanResult result, Unreconciled each)
    {
        var (file, line) = (result.Texts.FileOf(each.File), result.Texts.LineOf(new(each.File, each.Line)));
        if (each.IsMissing)
        {
            return (
                $"  ! {file}: {line}行目までのレセプト {each.Claims + each.Refused:N0}件の後に請求書レコード(GO)がありません。途中で切れているかもしれないので、受け取り直してください",
                $"  ! {file}: no control record (GO) stands behind {each.Claims + each.Refused:N0} claims up to line {line}; the file may be cut short, ask for it again");
        }

        return (
            $"  ! {file}: {line}行目の請求書レコード(GO)は {each.Stated:N0}件・{each.StatedPoints:N0}点、読んだものは {each.Claims:N0}件(支払者数 {each.Payers:N0})・{each.Points:N0}点、読めなかったもの {each.Refused:N0}件",
            $"  ! {file}: the control record (GO) in line {line} says {each.Stated:N0} and {each.StatedPoints:N0} points; read {each.Claims:N0} claims of {each.Payers:N0} payers and {each.Points:N0} points, refused {each.Refused:N0} claims");
    }

    private static string Mark(bool isSound) => isSound ? "" : "! ";

    private static (string Ja, string En) Doubt(bool isSound) => isSound
        ? ("", "")
        : ($"({ArithmeticCheck.Enough * 100:F0}%未満)。日数や量の数え方が違うおそれがあるので、確かめるまで結果を使わないでください", $", fewer than {ArithmeticCheck.Enough * 100:F0} %: days and amounts may be written otherwise, so look before you use what was found");
}
