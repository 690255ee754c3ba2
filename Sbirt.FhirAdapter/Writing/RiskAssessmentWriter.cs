using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>
/// Writes the bands: one RiskAssessment for the pack asked for, one for each pack shown beside it, because
/// <c>method</c>, which names the cut-offs, belongs to the whole resource.
/// </summary>
internal static class RiskAssessmentWriter
{
    internal static void Write(AssessmentWriting writing)
    {
        var own = writing.Parts.Findings.Where(finding => finding.Band is not null).ToList();
        if (own.Count > 0)
        {
            Entry(writing, writing.Parts.Pack.Id, writing.Say(writing.Parts.Pack.Title), own);
        }

        foreach (var pack in writing.Parts.Beside.Where(finding => finding.Band is not null)
            .GroupBy(finding => finding.Set!.PackId))
        {
            Entry(writing, pack.Key, null, [.. pack]);
        }
    }

    private static void Entry(AssessmentWriting writing, string pack, string? title, List<Finding> findings) =>
        writing.Entry($"RiskAssessment/{pack}", "RiskAssessment", json =>
        {
            json.WriteString("status", "final");
            json.Concept("method", [new Code(CodeSystems.Base + "/CodeSystem/sbirt-threshold-packs", pack, title)]);
            writing.RequiredSubject();
            writing.AnsweredOn("occurrenceDateTime");
            json.ReferenceList("basis", findings
                .Select(finding => writing.Url(ObservationWriter.ScaleName(finding.Set!.ScaleId)))
                .Distinct());
            json.WriteStartArray("prediction");
            foreach (var finding in findings)
            {
                Prediction(writing, json, finding);
            }

            json.WriteEndArray();
            json.WriteString("mitigation", writing.Say(findings[0].Action));
            writing.Note(findings
                .Select(finding => finding.Set!.Note)
                .OfType<Content.Languages.Localized>()
                .Concat(findings.SelectMany(finding => finding.Assumptions))
                .Select(writing.Say)
                .Distinct());
        });

    private static void Prediction(AssessmentWriting writing, Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.Concept("outcome", [], writing.Say(finding.Title));
        json.Concept(
            "qualitativeRisk",
            [new Code(CodeSystems.Bands, finding.Code, writing.Say(finding.Band!.Label))],
            writing.Say(finding.Band.Label));
        json.WriteString("rationale", Rationale(writing, finding));
        json.WriteEndObject();
    }

    private static string Rationale(AssessmentWriting writing, Finding finding)
    {
        var (from, to) = (Text(finding.Band!.From), Text(finding.Band.To));
        var (source, effective) = (
            finding.Set!.Sources.Length > 0 ? finding.Set.Sources[0].Cite : "",
            finding.Set.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return writing.Say(
            $"区分 {from}〜{to}(適用 {effective})。{source}",
            $"Band {from}-{to} (effective {effective}). {source}").TrimEnd();
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
