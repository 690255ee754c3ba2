using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Cards;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Writing;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>
/// Writes what a suggestion would add or shorten as R4 resources of the hook's own patient, and of nobody else. They are
/// drafts until a person accepts them; only the note of a talk says that something was done.
/// </summary>
internal sealed class ProposalWriter(Utf8JsonWriter json, HookRequest request, Language language)
{
    /// <summary>Code system of our own tasks and notes.</summary>
    internal const string TaskSystem = CodeSystems.Base + "/CodeSystem/sbirt-task";

    private readonly DraftOrders drafts = new(request);

    public void Write(Proposal proposal)
    {
        switch (proposal)
        {
            case Proposal.Ask ask:
                Task(TaskKinds.Ask, ask, ask.From, CodeSystems.Base + "/Questionnaire/" + ask.InstrumentId);
                break;
            case Proposal.LookAgain look:
                Task(TaskKinds.LookAgain, look, look.From);
                break;
            case Proposal.KeepSafe safe:
                Task(TaskKinds.KeepSafe, safe, safe.From, priority: "stat");
                break;
            case Proposal.Accompany step:
                Task(TaskKinds.HandOver, step, step.From);
                break;
            case Proposal.PlanMedicine plan:
                Task(TaskKinds.Medicine, plan, plan.From);
                break;
            case Proposal.NoteTalk talk:
                Talk(talk);
                break;
            case Proposal.Refer refer:
                Request(refer);
                break;
            case Proposal.ShortenSupply shorten:
                Order(shorten);
                break;
        }
    }

    private void Task(string kind, Proposal proposal, DateOnly from, string? canonical = null, string? priority = null)
    {
        Begin("Task");
        if (canonical is not null)
        {
            json.WriteString("instantiatesCanonical", canonical);
        }

        json.WriteString("status", "requested");
        json.WriteString("intent", "proposal");
        if (priority is not null)
        {
            json.WriteString("priority", priority);
        }

        json.Concept("code", [new Code(TaskSystem, kind)]);
        json.WriteString("description", proposal.Description);
        json.Reference("for", "Patient/" + request.PatientId);
        Encounter();
        json.WriteStartObject("executionPeriod");
        json.WriteString("start", Day(from));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Talk(Proposal.NoteTalk talk)
    {
        Begin("Communication");
        json.WriteString("status", "completed");
        json.WriteStartArray("category");
        json.WriteStartObject();
        json.ConceptContent([new Code(TaskSystem, TaskKinds.Talk)], null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.Reference("subject", "Patient/" + request.PatientId);
        Encounter();
        json.WriteString("sent", Day(talk.On));
        json.WriteStartArray("payload");
        json.WriteStartObject();
        json.WriteString("contentString", talk.Note);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Request(Proposal.Refer refer)
    {
        Begin("ServiceRequest");
        json.WriteString("status", "draft");
        json.WriteString("intent", "proposal");
        json.WriteString("priority", refer.IsUrgent ? "urgent" : "routine");
        json.Concept("code", [new Code(CodeSystems.ResourceTypes, refer.Place.Type)], refer.Place.Name.In(language));
        json.Reference("subject", "Patient/" + request.PatientId);
        Encounter();
        json.WriteString("authoredOn", Day(refer.On));
        json.WriteStartArray("performer");
        json.WriteStartObject();
        json.WriteString("display", refer.Place.Name.In(language));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The order itself, which the caller asked about before it offered this.
    private void Order(Proposal.ShortenSupply shorten) => json.WriteRawValue(
        drafts.Shortened(shorten.OrderKey, shorten.FromDays, shorten.ToDays)
        ?? throw new InvalidOperationException("A supply was offered that cannot be written."));

    private void Begin(string type)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", type);
        json.WriteString("language", LanguageTag.Of(language));
    }

    private void Encounter()
    {
        if (request.EncounterId is { } encounter && HookRequestReader.IsId(encounter))
        {
            json.Reference("encounter", "Encounter/" + encounter);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
