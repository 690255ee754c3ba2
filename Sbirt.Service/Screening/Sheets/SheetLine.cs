using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>Writes one answer sheet's result as one line of JSON, for pipes and spreadsheets.</summary>
internal static class SheetLine
{
    public static void WriteScored(Utf8JsonWriter json, SheetPlace place, JudgedSheet sheet, string contentVersion)
    {
        var (scored, language) = (sheet.Scored, sheet.Language);
        Begin(json, place);
        WriteOptional(json, "id"u8, sheet.Response.Id);
        json.WriteString("status"u8, scored.Main.IsComplete ? "complete" : "incomplete");
        json.WriteString("instrument"u8, scored.Instrument.Id);
        json.WriteString("instrumentVersion"u8, scored.Instrument.Version);
        WriteScale(json, scored.Main);
        WriteBand(json, "band", sheet.Judgement.Findings.FirstOrDefault(f => f.Band is not null && f.Set!.ScaleId == scored.Main.Scale.Id), language);
        json.WriteStartArray("beside"u8);
        foreach (var finding in sheet.Judgement.Beside.Where(f => f.Band is not null && f.Set!.ScaleId == scored.Main.Scale.Id))
        {
            WriteBand(json, null, finding, language);
        }

        json.WriteEndArray();
        WriteScales(json, scored);
        WriteFindings(json, sheet.Judgement, language);
        WriteReasons(json, "issues"u8, sheet.Response.Issues.Concat(scored.Issues).Select(issue => issue.Reason), language);
        WriteOptional(json, "intervention"u8, sheet.Judgement.Intervention);
        json.WriteBoolean("handOver"u8, sheet.Judgement.HandOver);
        json.WriteString("pack"u8, sheet.Pack.Id);
        json.WriteString("contentVersion"u8, contentVersion);
        json.WriteEndObject();
    }

    public static void WriteRefused(Utf8JsonWriter json, SheetPlace place, IEnumerable<Reason> reasons, Language language)
    {
        Begin(json, place);
        json.WriteString("status"u8, "refused");
        WriteReasons(json, "reasons"u8, reasons, language);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, SheetPlace place)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, place.File);
        json.WriteNumber("line"u8, place.Line);
        if (place.Entry is { } entry)
        {
            json.WriteNumber("entry"u8, entry);
        }
    }

    private static void WriteScale(Utf8JsonWriter json, ScaleScore score)
    {
        if (score.Value is { } value)
        {
            WriteFigure(json, "score"u8, value);
        }

        WriteFigure(json, "lower"u8, score.Lower);
        WriteFigure(json, "upper"u8, score.Upper);
        json.WriteString("unit"u8, score.Scale.Unit);
    }

    /// <summary>Nearly every figure is whole, and whole numbers are written several times as fast.</summary>
    private static void WriteFigure(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value)
    {
        if (decimal.IsInteger(value))
        {
            json.WriteNumber(name, (long)value);
            return;
        }

        json.WriteNumber(name, value);
    }

    private static void WriteBand(Utf8JsonWriter json, string? name, Finding? finding, Language language)
    {
        if (finding is null)
        {
            return;
        }

        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        json.WriteString("code"u8, finding.Code);
        json.WriteString("label"u8, finding.Title.In(language));
        json.WriteString("seriousness"u8, Name(finding.Seriousness));
        WriteFigure(json, "from"u8, finding.Band!.From);
        WriteFigure(json, "to"u8, finding.Band.To);
        json.WriteString("source"u8, finding.Set!.Citation);
        json.WriteString("effective"u8, finding.Set.Effective.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteScales(Utf8JsonWriter json, Scored scored)
    {
        json.WriteStartArray("scales"u8);
        foreach (var score in scored.Scales)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, score.Scale.Id);
            WriteScale(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, Judgement judgement, Language language)
    {
        json.WriteStartArray("findings"u8);
        foreach (var finding in judgement.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, finding.Code);
            json.WriteString("seriousness"u8, Name(finding.Seriousness));
            json.WriteString("title"u8, finding.Title.In(language));
            json.WriteString("action"u8, finding.Action.In(language));
            if (!finding.Assumptions.IsEmpty)
            {
                json.WriteStartArray("assumptions"u8);
                foreach (var assumption in finding.Assumptions)
                {
                    json.WriteStringValue(assumption.In(language));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<Reason> reasons, Language language)
    {
        json.WriteStartArray(name);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, reason.Code);
            json.WriteString("text"u8, reason.Text.In(language));
            WriteOptional(json, "path"u8, reason.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Name(Seriousness seriousness) => seriousness switch
    {
        Seriousness.None => "none",
        Seriousness.Low => "low",
        Seriousness.Moderate => "moderate",
        Seriousness.High => "high",
        _ => "urgent",
    };
}

/// <summary>Where a sheet stood: file as named on the command line, line, and entry when it came in a Bundle.</summary>
internal readonly record struct SheetPlace(string File, int Line, int? Entry)
{
    public override string ToString() => Entry is { } entry
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line} entry {entry}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}");
}
