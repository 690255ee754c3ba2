using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Evaluation;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.Service.Evaluation;

/// <summary>Writes <c>evaluation.json</c>: the numbers of the page and no others. null: kept back.</summary>
internal static class EvaluationJson
{
    public static byte[] Write(EvaluationReport report) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        Span(json, "before", report.Before);
        Span(json, "after", report.After);
        json.WriteString("signals", report.Preset.Id);
        json.WriteString("signalsVersion", report.Preset.Version);
        json.WriteString("rulesVersion", report.Rules.Version);
        json.WriteString("comparison", report.IsWaitingList ? "waiting-list" : "matched");
        json.WriteBoolean("isWhole", report.IsWhole);
        Flow(json, "writtenTo", report.Written);
        Flow(json, "compared", report.Compared);
        Comparison(json, "result", report.Comparison, withParts: true);
        json.WriteStartObject("placebo");
        json.WriteString("month", MonthSpan.Text(report.PlaceboSpans.Month));
        Span(json, "before", report.PlaceboSpans.Before);
        Span(json, "after", report.PlaceboSpans.After);
        json.WriteBoolean("hasClaims", report.Placebo is not null);
        Comparison(json, "result", report.Placebo?.Comparison, withParts: false);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Span(Utf8JsonWriter json, string name, MonthSpan span)
    {
        json.WriteStartObject(name);
        json.WriteString("from", MonthSpan.Text(span.From));
        json.WriteString("to", MonthSpan.Text(span.To));
        json.WriteEndObject();
    }

    private static void Flow(Utf8JsonWriter json, string name, IReadOnlyList<FlowLine> lines)
    {
        json.WriteStartObject(name);
        foreach (var line in lines)
        {
            Number(json, JsonNamingPolicy.CamelCase.ConvertName(line.End.ToString()), line.Persons);
        }

        json.WriteEndObject();
    }

    // Parts of the placebo are not shown: it is there to show what changes by itself.
    private static void Comparison(Utf8JsonWriter json, string name, GroupsCompared? comparison, bool withParts)
    {
        if (comparison is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        if (withParts)
        {
            json.WriteNumber("writtenTo", comparison.Written);
            json.WriteNumber("compared", comparison.Compared);
        }

        Lines(json, "measures", comparison.Lines, withMeans: true);
        if (withParts)
        {
            Lines(json, "withEverybody", comparison.WithEverybody, withMeans: false);
            foreach (var by in comparison.Parts.GroupBy(part => part.By))
            {
                json.WriteStartArray($"by{(by.Key == "sex" ? "Sex" : "Age")}");
                foreach (var part in by)
                {
                    json.WriteStartObject();
                    json.WriteString("group", by.Key == "sex" ? ((ClaimSex)part.Value).ToString() : EvaluationWords.OfPart(part).En);
                    Number(json, "writtenTo", part.Written);
                    Number(json, "compared", part.Compared);
                    Lines(json, "measures", part.Lines, withMeans: false);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, string name, IReadOnlyList<ComparisonLine> lines, bool withMeans)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("measure", MeasureWords.Of(line.Measure).Id);
            if (withMeans)
            {
                json.WriteNumber("writtenToBefore", line.WrittenBefore);
                json.WriteNumber("writtenToAfter", line.WrittenAfter);
                json.WriteNumber("comparedBefore", line.ComparedBefore);
                json.WriteNumber("comparedAfter", line.ComparedAfter);
            }

            json.WriteNumber("difference", line.Effect);
            json.WriteNumber("low", line.Low);
            json.WriteNumber("high", line.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } told)
        {
            json.WriteNumber(name, told);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
