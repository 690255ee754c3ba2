using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>Writes <c>summary.json</c>: what was read, refused and found, in numbers.</summary>
internal static class SummaryWriter
{
    public const string FileName = "summary.json";

    public static void Write(string path, ScanResult result) => File.WriteAllBytes(path, FhirJson.Write(json =>
    {
        var texts = result.Read.ToList();
        json.WriteStartObject();
        json.WriteNumber("files", texts.Where(text => text.Fault is null).Select(text => result.Texts.FileOf(text.Number)).Distinct(StringComparer.Ordinal).Count());
        json.WriteNumber("otherFiles", texts.Count(result.Texts.IsBeside));
        json.WriteNumber("refusedFiles", result.RefusedFiles);
        json.WriteNumber("claims", texts.Sum(text => text.Claims));
        json.WriteNumber("refusedClaims", texts.Sum(text => text.RefusedClaims));
        json.WriteNumber("duplicates", result.Duplicates);
        json.WriteNumber("persons", result.Persons);
        json.WriteNumber("refusedLines", result.Parts.Sum(part => part.Refused.Count(line => line.Line > 0)));
        WriteUnreconciled(json, result, texts);
        WriteClaims(json, result.Tally);
        WriteArithmetic(json, result);
        WriteResources(json, result.Resources);
        WriteFindings(json, result.Tally);
        json.WriteEndObject();
    }));

    private static void WriteResources(Utf8JsonWriter json, ResourceCounts counts)
    {
        if (counts.Lines == 0)
        {
            return;
        }

        json.WriteStartObject("resources");
        json.WriteNumber("read", counts.Lines);
        json.WriteNumber("leftOut", counts.LeftOut);
        json.WriteNumber("ofOtherTypes", counts.Other);
        json.WriteNumber("claimsReplaced", counts.Replaced);
        json.WriteNumber("claimsJoined", counts.Joined);
        json.WriteNumber("claimsWithoutPatient", counts.Unfound);
        json.WriteNumber("claimsWithoutInsured", counts.Uninsured);
        json.WriteNumber("medicinesTwice", counts.Twice);
        json.WriteEndObject();
    }

    private static void WriteUnreconciled(Utf8JsonWriter json, ScanResult result, List<TextResult> texts)
    {
        json.WriteStartArray("unreconciled");
        foreach (var each in texts.SelectMany(text => text.Unreconciled))
        {
            json.WriteStartObject();
            json.WriteString("file", result.Texts.FileOf(each.File));
            json.WriteNumber("line", result.Texts.LineOf(new ClaimPlace(each.File, each.Line)));
            json.WriteBoolean("isMissing", each.IsMissing);
            json.WriteNumber("stated", each.Stated);
            json.WriteNumber("payers", each.Payers);
            json.WriteNumber("claims", each.Claims);
            json.WriteNumber("refused", each.Refused);
            json.WriteNumber("statedPoints", each.StatedPoints);
            json.WriteNumber("points", each.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteClaims(Utf8JsonWriter json, ScanTally tally)
    {
        json.WriteStartObject("claimsByKind");
        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            json.WriteNumber(JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), tally.ClaimsOf(kind));
        }

        json.WriteEndObject();
        json.WriteNumber("claimsInMonths", tally.InWindow);
        json.WriteNumber("claimsOfOtherMonths", tally.OutsideWindow);
    }

    private static void WriteArithmetic(Utf8JsonWriter json, ScanResult result)
    {
        var check = result.Arithmetic;
        json.WriteStartObject("arithmetic");
        json.WriteNumber("compared", check.Compared);
        json.WriteNumber("agreed", check.Agreed);
        json.WriteBoolean("isSound", check.AreDaysSound);
        json.WriteStartObject("byPrice");
        json.WriteNumber("compared", check.Priced);
        json.WriteNumber("agreed", check.PricedAgreed);
        json.WriteBoolean("isSound", check.AreAmountsSound);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("givenInHospital", result.Parts.Sum(part => part.GivenInHospital));
    }

    private static void WriteFindings(Utf8JsonWriter json, ScanTally tally)
    {
        json.WriteStartObject("findings");
        foreach (var signal in tally.Signals)
        {
            json.WriteStartObject(signal);
            json.WriteNumber("reached", tally.Months(signal, FindingOutcome.Reached));
            json.WriteNumber("approaching", tally.Months(signal, FindingOutcome.Approaching));
            json.WriteNumber("excluded", tally.Months(signal, FindingOutcome.Excluded));
            if (tally.Months(signal, FindingOutcome.Withdrawn) is > 0 and var withdrawn)
            {
                json.WriteNumber("withdrawn", withdrawn);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
