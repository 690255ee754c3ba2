using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>Writes every integrity point and every flag or safety finding as a DetectedIssue.</summary>
internal static class DetectedIssueWriter
{
    private const string Incomplete = "incomplete";

    internal static void Write(AssessmentWriting writing)
    {
        var number = 0;
        foreach (var finding in writing.Parts.Findings.Where(finding => finding.Band is null))
        {
            Entry(writing, number++, finding.Code, finding.Seriousness, finding.Title, finding.Action);
        }

        var scored = writing.Parts.Scored;
        foreach (var issue in writing.Parts.Response.Issues.Concat(scored.Issues).Where(issue => issue.Seriousness > Seriousness.None))
        {
            Entry(writing, number++, issue.Reason.Code, issue.Seriousness, issue.Reason.Text, null);
        }

        if (!scored.Main.IsComplete && scored.Issues.All(issue => issue.Reason.Code != Incomplete))
        {
            Entry(writing, number, Incomplete, Seriousness.Low, MissingText(writing), null);
        }
    }

    private static void Entry(
        AssessmentWriting writing, int number, string code, Seriousness seriousness, Localized detail, Localized? action) =>
        writing.Entry($"DetectedIssue/{number}", "DetectedIssue", json =>
        {
            json.WriteString("status", "final");
            json.Concept("code", [new Code(CodeSystems.Reasons, code)], writing.Say(detail));
            json.WriteString("severity", seriousness switch
            {
                Seriousness.Urgent or Seriousness.High => "high",
                Seriousness.Moderate => "moderate",
                _ => "low",
            });
            writing.Subject("patient");
            writing.AnsweredOn("identifiedDateTime");
            json.WriteStartArray("implicated");
            writing.ResponseReference();
            json.WriteEndArray();
            json.WriteString("detail", writing.Say(detail));
            if (action is not null)
            {
                Mitigation(json, writing.Say(action));
            }
        });

    private static void Mitigation(Utf8JsonWriter json, string action)
    {
        json.WriteStartArray("mitigation");
        json.WriteStartObject();
        json.Concept("action", [], action);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static Localized MissingText(AssessmentWriting writing)
    {
        var count = writing.Parts.Scored.Missing.Length;
        return new Localized(
            $"回答のない質問が{count}問あるため、点数は確定していません。",
            $"{count} questions have no answer, so the score is not settled.");
    }
}
