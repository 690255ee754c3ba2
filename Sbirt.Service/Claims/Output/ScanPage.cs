using System.Globalization;
using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>What a scan found, on one screen.</summary>
internal static class ScanPage
{
    private const int SignalWidth = 32;
    private const int NumberWidth = 13;

    public static void Write(TextWriter writer, ScanResult result, Language language)
    {
        var texts = result.Read.ToList();
        var (first, last) = (FindingWriter.MonthText(result.Options.FirstMonth), FindingWriter.MonthText(result.Options.Month));
        Line($"{result.Preset.Title.Ja}({result.Preset.Id})、{first} 〜 {last}", $"{result.Preset.Title.En} ({result.Preset.Id}), {first} to {last}");
        var (claims, refused) = (texts.Sum(text => text.Claims), texts.Sum(text => text.RefusedClaims));
        Line(
            $"  レセプト {claims:N0}件、読めなかったもの {refused:N0}件、重複 {result.Duplicates:N0}件、{result.Persons:N0}人",
            $"  claims read {claims:N0}, refused {refused:N0}, came twice {result.Duplicates:N0}, persons {result.Persons:N0}");
        Line(
            $"  この期間の診療分 {result.Tally.InWindow:N0}件、ほかの月の分 {result.Tally.OutsideWindow:N0}件",
            $"  claims of these months {result.Tally.InWindow:N0}, of other months {result.Tally.OutsideWindow:N0}");
        foreach (var each in texts.SelectMany(text => text.Unreconciled))
        {
            var (file, line) = (result.Texts.FileOf(each.File), result.Texts.LineOf(new(each.File, each.Line)));
            Line(
                $"  ! {file}: {line}行目の請求書レコード(GO)は {each.Stated:N0}件・{each.StatedPoints:N0}点、読んだものは {each.Claims:N0}件(支払者数 {each.Payers:N0})・{each.Points:N0}点、読めなかったもの {each.Refused:N0}件",
                $"  ! {file}: the control record (GO) in line {line} says {each.Stated:N0} and {each.StatedPoints:N0} points; read {each.Claims:N0} claims of {each.Payers:N0} payers and {each.Points:N0} points, refused {each.Refused:N0} claims");
        }

        writer.WriteLine("  " + Wide(Say($"シグナル", $"signal"), SignalWidth, isNumber: false)
            + string.Concat(new[] { Say($"到達", $"reached"), Say($"手前", $"approaching"), Say($"除外", $"excluded") }.Select(each => Wide(each, NumberWidth, isNumber: true))));
        foreach (var signal in result.Tally.Signals)
        {
            var (reached, approaching, excluded) = result.Tally.Of(signal);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {signal,-SignalWidth}{reached,NumberWidth:N0}{approaching,NumberWidth:N0}{excluded,NumberWidth:N0}"));
        }

        writer.WriteLine($"  -> {result.Options.Out}");

        string Say(FormattableString ja, FormattableString en) => (language == Language.En ? en : ja).ToString(CultureInfo.InvariantCulture);

        void Line(FormattableString ja, FormattableString en) => writer.WriteLine(Say(ja, en));
    }

    /// <summary>Filled up to so many columns of a terminal, where a Japanese character takes two.</summary>
    private static string Wide(string text, int columns, bool isNumber)
    {
        var blanks = new string(' ', Math.Max(0, columns - text.Sum(letter => letter < 0x2E80 ? 1 : 2)));
        return isNumber ? blanks + text : text + blanks;
    }
}
