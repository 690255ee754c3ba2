using System.Globalization;
using System.Text.Json.Nodes;

namespace Sbirt.Tests.Benchmarks;

/// <summary>Made-up patient-view calls with a realistic prefetch: an AUDIT sheet, 50 observations, 50 conditions and 50 orders.</summary>
internal static class HookCalls
{
    /// <summary>Stands where each request puts its own <c>hookInstance</c>.</summary>
    public const string Instance = "HOOKINSTANCE";

    private const int Many = 50;

    /// <summary>A call for one patient; the seed decides the answers, so that some give a card and some do not.</summary>
    /// <param name="patient">The patient's id; null: one of the number.</param>
    public static string One(int number, DateOnly today, string? patient = null)
    {
        var random = new Random(number);
        patient ??= string.Create(CultureInfo.InvariantCulture, $"p{number}");
        var response = JsonNode.Parse(AuditResponses.One(number, random))!;
        response["authored"] = today.AddDays(-random.Next(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        response["subject"] = Subject(patient);
        return new JsonObject
        {
            ["hook"] = "patient-view",
            ["hookInstance"] = Instance,
            ["context"] = new JsonObject { ["userId"] = "Practitioner/1", ["patientId"] = patient, ["encounterId"] = $"e{number}" },
            ["prefetch"] = new JsonObject
            {
                ["patient"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = patient, ["gender"] = number % 2 == 0 ? "male" : "female", ["birthDate"] = "1971-04-02" },
                ["answers"] = Bundle([response]),
                ["results"] = Bundle(Enumerable.Range(0, Many).Select(n => Result(n, patient, random, today))),
                ["conditions"] = Bundle(Enumerable.Range(0, Many).Select(n => Condition(n, patient))),
                ["talks"] = null,
                ["tasks"] = null,
                ["referrals"] = null,
                ["orders"] = Bundle(Enumerable.Range(0, Many).Select(n => Order(n, patient, today))),
            },
        }.ToJsonString();
    }

    private static JsonObject Subject(string patient) => new() { ["reference"] = "Patient/" + patient };

    private static JsonObject Bundle(IEnumerable<JsonNode> resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource })]),
    };

    private static JsonObject Result(int number, string patient, Random random, DateOnly today) => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = $"o{number}",
        ["status"] = "final",
        ["code"] = Concept("http://loinc.org", number == 0 ? "2324-2" : "2345-7"),
        ["subject"] = Subject(patient),
        ["effectiveDateTime"] = today.AddDays(-number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["valueQuantity"] = new JsonObject { ["value"] = random.Next(10, 120), ["unit"] = "U/L", ["system"] = "http://unitsofmeasure.org", ["code"] = "U/L" },
    };

    private static JsonObject Condition(int number, string patient) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = $"c{number}",
        ["code"] = Concept("http://hl7.org/fhir/sid/icd-10", number == 7 ? "I10" : $"E{number:00}"),
        ["subject"] = Subject(patient),
    };

    private static JsonObject Order(int number, string patient, DateOnly today) => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["id"] = $"m{number}",
        ["status"] = "active",
        ["intent"] = "order",
        ["medicationCodeableConcept"] = Concept("http://www.nlm.nih.gov/research/umls/rxnorm", "197361"),
        ["subject"] = Subject(patient),
        ["authoredOn"] = today.AddDays(-number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static JsonObject Concept(string system, string code) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }),
    };
}
