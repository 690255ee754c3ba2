using System.Globalization;
using System.Text.Json;
using Sbirt.Service.Claims.Output;

namespace Sbirt.Service.Findings;

/// <summary>A decision as one line of JSON.</summary>
internal static class DecisionLine
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter json, FindingDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("act", JsonNamingPolicy.KebabCaseLower.ConvertName(decision.Act.ToString()));
        json.WriteString("person", decision.Person);
        if (decision.Month is { } month)
        {
            json.WriteString("month", FindingWriter.MonthText(month));
        }

        if (decision.Signal is { } signal)
        {
            json.WriteString("signal", signal);
        }

        WriteSaid(json, decision);
        json.WriteEndObject();
    }

    /// <summary>What findings show of a decision, too: why, when, by whom.</summary>
    public static void WriteSaid(Utf8JsonWriter json, FindingDecision decision)
    {
        json.WriteString("reason", decision.Reason);
        json.WriteString("date", decision.Date.ToString(DayFormat, CultureInfo.InvariantCulture));
        if (decision.By.Length > 0)
        {
            json.WriteString("by", decision.By);
        }

        if (decision.Until is { } until)
        {
            json.WriteString("until", until.ToString(DayFormat, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The decision of a line; null: it is none.</summary>
    public static FindingDecision? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = JsonElement.Parse(line);
            string? Told(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
            var (month, until) = (Told("month"), Told("until"));
            return Enum.GetValues<FindingAct>().Where(act => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString()) == Told("act")).ToList() is [var act]
                && Told("person") is { Length: > 0 } person && Told("reason") is { } reason && DayOf(Told("date")) is { } date
                && (month is null || MonthOf(month) is not null) && (until is null || DayOf(until) is not null)
                ? new FindingDecision(act, person, MonthOf(month), Told("signal"), reason, date, Told("by") ?? "", DayOf(until))
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A month written as 2026-09, as yyyymm; null: it is none.</summary>
    public static int? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day.Year * 100) + day.Month : null;

    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
