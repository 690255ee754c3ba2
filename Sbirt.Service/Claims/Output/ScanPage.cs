using System.Globalization;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

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
        if (result.Resources is { Lines: > 0 } counts)
        {
            writer.WriteLine(string.Create(culture, $"  FHIR resources {counts.Lines:N0}: {counts.LeftOut:N0} cancelled, planned or in error, {counts.Other:N0} of other types; claims replaced {counts.Replaced:N0}, counted with another of the month {counts.Joined:N0}"));
            writer.WriteLine(string.Create(culture, $"  {(counts.Unfound > 0 ? "! " : "")}FHIR claims whose Patient is not in the input {counts.Unfound:N0}, of persons without insurer and number {counts.Uninsured:N0}: those persons go by their reference"));
        }

        WriteArithmetic(writer, result.Arithmetic);
        foreach (var each in texts.SelectMany(text => text.Unreconciled))
        {
            var at = string.Create(culture, $"{result.Texts.FileOf(each.File)}, line {result.Texts.LineOf(new(each.File, each.Line))}");
            writer.WriteLine(each.IsMissing
                ? string.Create(culture, $"  ! {at}: no control record (GO) stands behind {each.Claims + each.Refused:N0} claims; the file may be cut short, ask for it again")
                : string.Create(culture, $"  ! {at}: the control record (GO) says {each.Stated:N0} and {each.StatedPoints:N0} points; read {each.Claims:N0} claims of {each.Payers:N0} payers and {each.Points:N0} points, refused {each.Refused:N0} claims"));
        }

        writer.WriteLine(string.Create(culture, $"  {"signal",-32}{"reached",9}{"approaching",13}{"excluded",10}"));
        foreach (var signal in result.Tally.Signals)
        {
            var (reached, approaching, excluded) = result.Tally.Of(signal);
            writer.WriteLine(string.Create(culture, $"  {signal,-32}{reached,9:N0}{approaching,13:N0}{excluded,10:N0}"));
        }

        writer.WriteLine($"  -> {result.Options.Out}");
    }
    private static void WriteArithmetic(TextWriter writer, ArithmeticCheck check)
    {
        Write("days of dispensing", check.Compared, check.Agreed, check.AreDaysSound, "points of a day times days");
        Write("prescription lines", check.Priced, check.PricedAgreed, check.AreAmountsSound, "prices times amounts");

        void Write(string what, long compared, long agreed, bool isSound, string by)
        {
            if (compared > 0)
            {
                var said = string.Create(CultureInfo.InvariantCulture, $"{what} whose points are {by}: {agreed:N0} of {compared:N0}");
                writer.WriteLine(isSound
                    ? $"  {said}"
                    : string.Create(CultureInfo.InvariantCulture, $"  ! {said}, fewer than {ArithmeticCheck.Enough * 100:F0} %: do not trust days and amounts of this input before somebody has looked at it"));
            }
        }
    }
}
