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
        WriteOptional(json, "id", sheet.Response.Id);
        json.WriteString("status", scored.Main.IsComplete ? "complete" : "incomplete");
        json.WriteString("instrument", scored.Instrument.Id);
        json.WriteString("instrumentVersion", scored.Instrument.Version);
        WriteScale(json, scored.Main);
        WriteBand(json, "band", sheet.Judgement.Findings.FirstOrDefault(f => f.Band is not null && f.Set!.ScaleId == scored.Main.Scale.Id), language);
        json.WriteStartArray("beside");
        foreach (var finding in sheet.Judgement.Beside.Where(f => f.Band is not null && f.Set!.ScaleId == scored.Main.Scale.Id))
        {
            WriteBand(json, null, finding, language);
        }

        json.WriteEndArray();
        WriteScales(json, scored);
        WriteFindings(json, sheet.Judgement, language);
        WriteReasons(json, "issues", sheet.Response.Issues.Concat(scored.Issues).Select(issue => issue.Reason), language);
        WriteOptional(json, "intervention", sheet.Judgement.Intervention);
        json.WriteBoolean("handOver", sheet.Judgement.HandOver);
        json.WriteString("pack", sheet.Pack.Id);
        json.WriteString("contentVersion", contentVersion);
        json.WriteEndObject();
    }

    public static void WriteRefused(Utf8JsonWriter json, SheetPlace place, IEnumerable<Reason> reasons, Language language)
    {
        Begin(json, place);
        json.WriteString("status", "refused");
        WriteReasons(json, "reasons", reasons, language);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, SheetPlace place)
    {
        json.WriteStartObject();
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        if (place.Entry is { } entry)
        {
            json.WriteNumber("entry", entry);
        }
    }

    private static void WriteScale(Utf8JsonWriter json, ScaleScore score)
    {
        if (score.Value is { } value)
        {
            json.WriteNumber("score", value);
        }

        json.WriteNumber("lower", score.Lower);
        json.WriteNumber("upper", score.Upper);
        json.WriteString("unit", score.Scale.Unit);
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
        json.WriteString("code", finding.Code);
        json.WriteString("label", finding.Title.In(language));
        json.WriteString("seriousness", Name(finding.Seriousness));
        json.WriteNumber("from", finding.Band!.From);
        json.WriteNumber("to", finding.Band.To);
        json.WriteString("source", finding.Set!.Citation);
        json.WriteString("effective", finding.Set.Effective.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteScales(Utf8JsonWriter json, Scored scored)
    {
        json.WriteStartArray("scales");
        foreach (var score in scored.Scales)
        {
            json.WriteStartObject();
            json.WriteString("id", score.Scale.Id);
            WriteScale(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, Judgement judgement, Language language)
    {
        json.WriteStartArray("findings");
        foreach (var finding in judgement.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("seriousness", Name(finding.Seriousness));
            json.WriteString("title", finding.Title.In(language));
            json.WriteString("action", finding.Action.In(language));
            if (!finding.Assumptions.IsEmpty)
            {
                json.WriteStartArray("assumptions");
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

    private static void WriteReasons(Utf8JsonWriter json, string name, IEnumerable<Reason> reasons, Language language)
    {
        json.WriteStartArray(name);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("text", reason.Text.In(language));
            WriteOptional(json, "path", reason.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
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
