using System.Text.Json;
using System.Text.Json.Nodes;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Reading;
using Shouldly;

namespace Sbirt.Tests.FhirAdapter;

/// <summary>Builds a QuestionnaireResponse; each test shows only what matters to it.</summary>
internal sealed class AResponse
{
    // Deeper than any limit of ours, so that it is ours that is met.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 256 };

    private readonly JsonObject root = new() { ["resourceType"] = "QuestionnaireResponse", ["status"] = "completed" };
    private readonly JsonArray items = [];

    /// <summary>To one of our own forms, in its current version.</summary>
    public static AResponse To(string instrumentId)
    {
        var instrument = Shipped.Instrument(instrumentId);
        return ToForm($"{instrument.Canonical}|{instrument.Version}");
    }

    public static AResponse ToForm(string canonical)
    {
        var response = new AResponse();
        response.root["questionnaire"] = canonical;
        return response;
    }

    public static AResponse ToNoForm() => new();

    public AResponse With(string element, JsonNode? value)
    {
        root[element] = value;
        return this;
    }

    /// <summary>Answers with one of our codes.</summary>
    public AResponse Coded(string linkId, string code) => Answer(linkId, Coding(CodeSystems.Answers, code));

    public AResponse Coded(string linkId, string system, string code, string? display = null) =>
        Answer(linkId, Coding(system, code, display));

    public AResponse Number(string linkId, decimal value) =>
        Answer(linkId, new JsonObject { ["valueInteger"] = value });

    public AResponse Decimal(string linkId, decimal value) =>
        Answer(linkId, new JsonObject { ["valueDecimal"] = value });

    public AResponse Answer(string linkId, params JsonNode?[] answers) =>
        Item(new JsonObject { ["linkId"] = linkId, ["answer"] = new JsonArray(answers) });

    public AResponse Item(JsonObject item)
    {
        items.Add(item);
        return this;
    }

    public static JsonObject Coding(string? system, string code, string? display = null)
    {
        var coding = new JsonObject { ["code"] = code };
        if (system is not null)
        {
            coding["system"] = system;
        }

        if (display is not null)
        {
            coding["display"] = display;
        }

        return new JsonObject { ["valueCoding"] = coding };
    }

    public JsonObject ToJson()
    {
        var copy = (JsonObject)root.DeepClone();
        if (items.Count > 0)
        {
            copy["item"] = items.DeepClone();
        }

        return copy;
    }

    public JsonElement ToElement() => JsonSerializer.SerializeToElement(ToJson(), Deep);

    public Reading<ReadResponse> Read(QuestionnaireLookup? lookup = null) =>
        QuestionnaireResponseReader.Read(ToElement(), lookup ?? Shipped.Lookup);

    /// <summary>Reads it where the test knows that it can be read.</summary>
    public ReadResponse ReadOk(QuestionnaireLookup? lookup = null) =>
        Read(lookup).ShouldBeOfType<Reading<ReadResponse>.Ok>().Value;

    /// <summary>The codes of the reasons it was refused for.</summary>
    public IEnumerable<string> Refusals(QuestionnaireLookup? lookup = null) =>
        Read(lookup).ShouldBeOfType<Reading<ReadResponse>.Refused>().Reasons.Select(reason => reason.Code);

    /// <summary>Reads and scores it where the test knows that both succeed.</summary>
    public Scored Score(QuestionnaireLookup? lookup = null, Sbirt.Content.Person? person = null) =>
        Score(ReadOk(lookup).Sheets[0], person);

    public static Scored Score(AnswerSheet sheet, Sbirt.Content.Person? person = null) =>
        Scoring.Score(Shipped.Instrument(sheet.InstrumentId), sheet, person ?? Sbirt.Content.Person.Unknown)
            .ShouldBeOfType<Reading<Scored>.Ok>().Value;
}
