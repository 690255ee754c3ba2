using System.Globalization;
using System.Text;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Handouts;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>
/// Writes the brief intervention: a CarePlan with its steps, a Communication each for the clinician, the patient
/// and a relative who asks, and a Task for each day to look again.
/// </summary>
/// <remarks>
/// The script goes as <c>contentString</c>, because a clinician's inbox shows that as it is; the pages go as
/// <c>contentAttachment</c> (text/markdown), because they are to be rendered and printed, with a title and a media
/// type. The category says for whom each is.
/// </remarks>
internal static class TalkWriter
{
    private const string Plan = "CarePlan";

    internal static void Write(AssessmentWriting writing)
    {
        if (writing.Parts.Plan is not { } plan)
        {
            return;
        }

        writing.Entry(Plan, "CarePlan", json => CarePlan(writing, json, plan));
        writing.Entry("Communication/script", "Communication", json => Script(writing, json, plan));
        writing.Entry("Communication/handout", "Communication", json =>
            Page(writing, json, "patient", writing.Say("ご本人にお渡しする紙", "Handout for the patient"), plan.Handout));
        writing.Entry("Communication/family", "Communication", json =>
            Page(writing, json, "family", writing.Say("ご家族にお渡しする紙", "Page for a relative who asks"), plan.Family));
        foreach (var days in plan.FollowUpDays)
        {
            writing.Entry(
                string.Create(CultureInfo.InvariantCulture, $"Task/{days}"),
                "Task",
                json => FollowUp(writing, json, plan, days));
        }
    }

    private static void CarePlan(AssessmentWriting writing, Utf8JsonWriter json, InterventionPlan plan)
    {
        json.WriteString("status", "draft");
        json.WriteString("intent", "proposal");
        json.WriteString("title", plan.Title);
        writing.RequiredSubject();
        json.WriteString("created", Day(writing.Parts.Today));
        json.WriteStartArray("activity");
        foreach (var step in plan.Steps)
        {
            json.WriteStartObject();
            json.WriteStartObject("detail");
            json.Concept("code", [], writing.Say(StepNames.Of(step.Kind)));
            json.WriteString("status", "not-started");
            json.WriteString("description", step.Say);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        writing.Note(plan.Menu.Length == 0
            ? []
            : [writing.Say("選べること: ", "To choose from: ") + string.Join(writing.Say("、", "; "), plan.Menu)]);
    }

    private static void Script(AssessmentWriting writing, Utf8JsonWriter json, InterventionPlan plan)
    {
        Head(writing, json, "clinician", writing.Say("診察での声かけの台本", "Script for the clinician"));
        var script = new StringBuilder(plan.Title);
        foreach (var step in plan.Steps)
        {
            script.Append('\n').Append(writing.Say(StepNames.Of(step.Kind))).Append(": ").Append(step.Say);
        }

        json.WriteStartArray("payload");
        Payload(json, script.ToString());
        if (plan.Note.Length > 0)
        {
            Payload(json, plan.Note);
        }

        json.WriteEndArray();
    }

    private static void Page(
        AssessmentWriting writing, Utf8JsonWriter json, string reader, string topic, HandoutSheet sheet)
    {
        Head(writing, json, reader, topic);
        json.WriteStartArray("payload");
        json.WriteStartObject();
        json.WriteStartObject("contentAttachment");
        json.WriteString("contentType", "text/markdown;charset=utf-8");
        json.WriteString("language", LanguageTag.Of(sheet.Language));
        json.WriteBase64String("data", Encoding.UTF8.GetBytes(sheet.Markdown));
        json.WriteString("title", sheet.Title);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Head(AssessmentWriting writing, Utf8JsonWriter json, string reader, string topic)
    {
        json.ReferenceList("basedOn", [writing.Url(Plan)]);
        json.WriteString("status", "preparation");
        json.WriteStartArray("category");
        json.WriteStartObject();
        json.ConceptContent([new Code(CodeSystems.Readers, reader)], null);
        json.WriteEndObject();
        json.WriteEndArray();
        writing.Subject();
        json.Concept("topic", [], topic);
    }

    private static void FollowUp(AssessmentWriting writing, Utf8JsonWriter json, InterventionPlan plan, int days)
    {
        json.ReferenceList("basedOn", [writing.Url(Plan)]);
        json.WriteString("status", "draft");
        json.WriteString("intent", "proposal");
        json.WriteString("description", writing.Say(
            $"{days}日後の様子うかがい({plan.Title})", $"Follow-up after {days} days ({plan.Title})"));
        json.Reference("focus", writing.Url(Plan));
        writing.Subject("for");
        json.WriteStartObject("executionPeriod");
        json.WriteString("start", Day(writing.Parts.Today.AddDays(days)));
        json.WriteEndObject();
    }

    private static void Payload(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("contentString", text);
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
