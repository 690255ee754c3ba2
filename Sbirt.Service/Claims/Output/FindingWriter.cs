using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Findings;

namespace Sbirt.Service.Claims.Output;

/// <summary>Writes findings as NDJSON, one line each, with all they were counted from and what was decided about them.</summary>
internal sealed class FindingWriter : IAsyncDisposable
{
    private readonly FileStream stream;
    private readonly TextTable texts;
    private readonly FindingHistory? history;
    private readonly Dictionary<string, string> kinds;

    /// <param name="history">Null: nothing was decided.</param>
    public FindingWriter(string path, TextTable texts, SignalPreset preset, FindingHistory? history)
    {
        this.texts = texts;
        this.history = history;
        kinds = preset.Signals.ToDictionary(signal => signal.Id, signal => JsonNamingPolicy.KebabCaseLower.ConvertName(signal.Kind.ToString()), StringComparer.Ordinal);
        stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1024 * 1024 });
    }

    public void Write(ClaimFinding finding)
    {
        stream.Write(FhirJson.Write(json => Write(json, finding)));
        stream.WriteByte((byte)'\n');
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    /// <summary>A month as people write it: 2026-09.</summary>
    public static string MonthText(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:D4}-{month % 100:D2}");

    private void Write(Utf8JsonWriter json, ClaimFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("person", finding.Person);
        json.WriteString("month", MonthText(finding.Month));
        json.WriteString("signal", finding.Signal);
        json.WriteString("kind", kinds[finding.Signal]);
        json.WriteString("status", finding.Status == SignalStatus.Reached ? "reached" : "approaching");
        json.WriteNumber("value", finding.Value);
        json.WriteNumber("threshold", finding.Threshold);
        if (finding.Arithmetic is { } arithmetic)
        {
            Write(json, "arithmetic", arithmetic);
        }

        if (finding.RestsOnEstimate)
        {
            json.WriteBoolean("estimate", true);
        }

        json.WriteStartArray("evidence");
        foreach (var fact in finding.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("file", texts.FileOf(fact.Place.File));
            json.WriteNumber("line", texts.LineOf(fact.Place));
            json.WriteString("institution", fact.Institution.ToString());
            json.WriteString("date", fact.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Write(json, "what", fact.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("isExcluded", finding.IsExcluded);
        json.WriteStartArray("excluded");
        foreach (var exclusion in finding.Excluded)
        {
            json.WriteStartObject();
            json.WriteString("reason", exclusion.Reason);
            json.WriteNumber("count", exclusion.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, history?.StandingOf(finding.Person, finding.Month, finding.Signal) ?? FindingStanding.Untouched);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FindingStanding standing)
    {
        if (standing.Withdrawn is { } withdrawn)
        {
            json.WriteStartObject("withdrawn");
            DecisionLine.WriteSaid(json, withdrawn);
            json.WriteEndObject();
        }

        if (standing.Annotations.Count > 0)
        {
            json.WriteStartArray("annotations");
            foreach (var annotation in standing.Annotations)
            {
                json.WriteStartObject();
                DecisionLine.WriteSaid(json, annotation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Localized text)
    {
        json.WriteStartObject(name);
        json.WriteString("ja", text.Ja);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
