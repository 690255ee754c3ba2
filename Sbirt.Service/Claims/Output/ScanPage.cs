using System.Globalization;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>What a scan found, on one screen.</summary>
internal static class ScanPage
{
    public static void Write(TextWriter writer, ScanResult result)
    {
        var culture = CultureInfo.InvariantCulture;
        var texts = result.Read.ToList();
        writer.WriteLine(string.Create(culture, $"{result.Preset.Title.Ja} ({result.Preset.Id}), {FindingWriter.MonthText(result.Options.FirstMonth)} - {FindingWriter.MonthText(result.Options.Month)}"));
        writer.WriteLine(string.Create(culture, $"  claims read {texts.Sum(text => text.Claims):N0}, refused {texts.Sum(text => text.RefusedClaims):N0}, came twice {result.Duplicates:N0}, persons {result.Persons:N0}"));
        writer.WriteLine(string.Create(culture, $"  claims of these months {result.Tally.InWindow:N0}, of other months {result.Tally.OutsideWindow:N0}"));
        foreach (var each in texts.SelectMany(text => text.Unreconciled))
        {
            writer.WriteLine(string.Create(culture, $"  ! {result.Texts.FileOf(each.File)}: the control record in line {result.Texts.LineOf(new(each.File, each.Line))} says {each.Stated:N0} and {each.StatedPoints:N0} points; read {each.Claims:N0} claims of {each.Payers:N0} payers and {each.Points:N0} points, refused {each.Refused:N0} claims"));
        }

        writer.WriteLine(string.Create(culture, $"  {"signal",-32}{"reached",9}{"approaching",13}{"excluded",10}"));
        foreach (var signal in result.Tally.Signals)
        {
            long Months(FindingOutcome outcome) => result.Tally.Months(signal, outcome);
            writer.WriteLine(string.Create(culture, $"  {signal,-32}{Months(FindingOutcome.Reached),9:N0}{Months(FindingOutcome.Approaching),13:N0}{Months(FindingOutcome.Excluded),10:N0}"));
        }

        writer.WriteLine($"  -> {result.Options.Out}");
    }
}
