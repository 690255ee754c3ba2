using System.Text.Json;
using Sbirt.Content.Cards;
using Sbirt.Content.Rules;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Rules;

namespace Sbirt.Service.Reports;

/// <summary>The report on prompts as JSON, with the names of its codes in the reader's language.</summary>
internal static class PromptReportJson
{
    public static byte[] Write(PromptReport report, CountingRules rules, ReportNames names) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("from", report.From.ToString());
        json.WriteString("to", report.To.ToString());
        json.WriteNumber("fewBelow", rules.FewBelow);
        json.WriteStartObject("all");
        Count(json, report.All, rules, names);
        json.WriteEndObject();
        List(json, "services", report.Services, service =>
        {
            json.WriteString("service", service.Service);
            json.WriteString("title", names.Service(service.Service));
            Count(json, service.Count, rules, names);
        });
        List(json, "kinds", report.Kinds, kind =>
        {
            Kind(json, kind, names);
            json.WriteString("verdict", Code(kind.Verdict));
            json.WriteString("verdictText", names.Verdict(kind.Verdict));
            Count(json, kind.Count, rules, names);
        });
        List(json, "months", report.Months, month =>
        {
            json.WriteString("month", month.Month.ToString());
            Count(json, month.Count, rules, names);
        });
        json.WriteNumber("unmatchedFeedback", report.Unmatched);
        List(json, "proposedForRetirement", report.Proposed, kind =>
        {
            Kind(json, kind, names);
            json.WriteNumber("offered", kind.Count.Offered);
            json.WriteNumber("accepted", kind.Count.Accepted);
            json.WriteNumber("acceptancePercent", kind.Count.AcceptancePercent ?? 0);
        });
        json.WritePropertyName("retirementRule");
        RuleJson.Write(json, PrintedCounting.Retirement(rules), names.Language);
        json.WriteEndObject();
    });

    private static void Kind(Utf8JsonWriter json, KindCount kind, ReportNames names)
    {
        json.WriteString("service", kind.Service);
        json.WriteString("kind", kind.Kind);
        json.WriteString("title", names.Kind(kind.Kind));
    }

    private static void Count(Utf8JsonWriter json, PromptCount count, CountingRules rules, ReportNames names)
    {
        json.WriteNumber("offered", count.Offered);
        json.WriteNumber("accepted", count.Accepted);
        json.WriteNumber("overridden", count.Overridden);
        json.WriteNumber("nothingSaid", count.NothingSaid);
        if (count.AcceptancePercent is { } percent)
        {
            json.WriteNumber("acceptancePercent", percent);
        }

        json.WriteBoolean("few", rules.IsFew(count.Offered));
        List(json, "overrideReasons", count.Reasons, reason =>
        {
            json.WriteString("code", reason.Code);
            json.WriteString("display", names.Reason(reason.Code));
            json.WriteNumber("count", reason.Count);
        });
        if (count.TimeToAct is { } time)
        {
            json.WriteStartObject("secondsToAct");
            json.WriteNumber("answers", time.Count);
            json.WriteNumber("lowerQuartile", time.LowerQuartile);
            json.WriteNumber("median", time.Median);
            json.WriteNumber("upperQuartile", time.UpperQuartile);
            json.WriteEndObject();
        }
    }

    private static string Code(RetirementVerdict verdict) => verdict switch
    {
        RetirementVerdict.Proposed => "proposed",
        RetirementVerdict.TooFewOffers => "too-few-offers",
        RetirementVerdict.TooLittleFeedback => "too-little-feedback",
        RetirementVerdict.NeverGoverned => "never-governed",
        _ => "stays",
    };

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> many, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in many)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
