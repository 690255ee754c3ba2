using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Findings;

/// <summary>Reads <c>findings.ndjson</c> of a scan, line by line.</summary>
internal static class ScannedFindings
{
    public const string FileName = "findings.ndjson";

    /// <exception cref="FindingFaultException">There is none, or a line is no finding.</exception>
    public static IEnumerable<ScannedFinding> In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new FindingFaultException($"There is no {FileName} in {folder}. Give the folder that `scan` wrote (its --out).");
        }

        return Read(path);
    }

    private static IEnumerable<ScannedFinding> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            yield return Finding(line) ?? throw new FindingFaultException($"{path}:{number}: the line is no finding. Scan again, and leave the file as it is.");
        }
    }

    private static ScannedFinding? Finding(string line)
    {
        try
        {
            var json = JsonElement.Parse(line);
            var signal = json.GetProperty("signal").GetString()!;
            var kind = json.TryGetProperty("kind", out var told) ? told.GetString()! : signal;
            return DecisionLine.MonthOf(json.GetProperty("month").GetString()) is { } month
                && Enum.TryParse<SignalKind>(kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known)
                ? new ScannedFinding(
                    json.GetProperty("person").GetString()!,
                    month,
                    signal,
                    known,
                    json.GetProperty("status").GetString() == "reached" ? SignalStatus.Reached : SignalStatus.Approaching,
                    json.GetProperty("value").GetDecimal(),
                    [.. json.GetProperty("evidence").EnumerateArray().Select(Evidence)],
                    [.. json.GetProperty("excluded").EnumerateArray().Select(each => each.GetProperty("reason").GetString()!)],
                    json.GetProperty("isExcluded").GetBoolean())
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static ScannedEvidence Evidence(JsonElement json) => new(
        json.GetProperty("file").GetString()!,
        json.GetProperty("line").GetInt64(),
        json.GetProperty("institution").GetString()!,
        DecisionLine.DayOf(json.GetProperty("date").GetString()) ?? throw new FormatException(),
        new Localized(json.GetProperty("what").GetProperty("ja").GetString()!, json.GetProperty("what").GetProperty("en").GetString()!));
}
