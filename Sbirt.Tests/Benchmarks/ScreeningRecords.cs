using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Sbirt.Content.Cards;
using Sbirt.Content.Codes;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Made-up patient records as one Bundle each: a patient, 50 observations, 50 conditions, and in changing measure AUDIT
/// sheets new and old, talks, days to look again and requests to places, so that every kind of decision comes up.
/// </summary>
internal static class ScreeningRecords
{
    private const string TaskSystem = CodeSystems.Base + "/CodeSystem/sbirt-task";

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    public static byte[] One(int number, DateOnly today)
    {
        var random = new Random(number);
        var call = JsonNode.Parse(HookCalls.One(number, today))!["prefetch"]!;
        var subject = new JsonObject { ["reference"] = "Patient/" + IdOf(number) };
        var patient = call["patient"]!;
        patient["birthDate"] = Text(today.AddDays(-365 * (number % 10 == 0 ? 16 : number % 10 == 1 ? 19 : random.Next(25, 80))));
        List<JsonNode> entries = [patient, .. In(call["results"]!), .. Conditions(call["conditions"]!, random)];
        if (random.Next(8) > 0)
        {
            var sheet = In(call["answers"]!).Single();
            var answered = today.AddDays(-(random.Next(3) == 0 ? random.Next(100, 900) : random.Next(1, 60)));
            entries.Add(Dated(sheet, "r-new", answered));
            if (random.Next(2) == 0)
            {
                entries.Add(Dated(JsonNode.Parse(AuditResponses.One(number, random))!, "r-old", answered.AddDays(-random.Next(300, 400))));
            }

            if (random.Next(2) == 0)
            {
                entries.Add(Talk(answered.AddDays(random.Next(-5, 10)), subject));
            }
        }

        if (random.Next(3) == 0)
        {
            entries.Add(LookAgain(today.AddDays(random.Next(-40, 20)), random.Next(3) > 0 ? "requested" : "completed", subject));
        }

        if (random.Next(3) == 0)
        {
            entries.Add(Request(today.AddDays(-random.Next(1, 120)), random.Next(2) == 0 ? "active" : "completed", subject));
        }

        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "collection",
            ["entry"] = new JsonArray([.. entries.Select(entry => new JsonObject { ["resource"] = entry.DeepClone() })]),
        }.ToJsonString());
    }

    private static IEnumerable<JsonNode> In(JsonNode bundle) => bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!);

    // Some have high blood pressure, some a problem with alcohol that is written down already.
    private static IEnumerable<JsonNode> Conditions(JsonNode bundle, Random random)
    {
        var code = random.Next(8) switch { 0 => "F10.2", < 4 => "I10", _ => "E07" };
        foreach (var condition in In(bundle))
        {
            var coding = condition["code"]!["coding"]![0]!;
            if ((string?)coding["code"] == "I10")
            {
                coding["code"] = code;
            }

            yield return condition;
        }
    }

    private static JsonNode Dated(JsonNode sheet, string id, DateOnly day)
    {
        (sheet["id"], sheet["authored"]) = (id, Text(day));
        return sheet;
    }

    private static JsonObject Talk(DateOnly day, JsonObject subject) => new()
    {
        ["resourceType"] = "Communication",
        ["id"] = "t1",
        ["status"] = "completed",
        ["category"] = new JsonArray(Concept(TaskSystem, TaskKinds.Talk)),
        ["subject"] = subject.DeepClone(),
        ["sent"] = Text(day),
    };

    private static JsonObject LookAgain(DateOnly day, string status, JsonObject subject) => new()
    {
        ["resourceType"] = "Task",
        ["id"] = "l1",
        ["status"] = status,
        ["intent"] = "proposal",
        ["code"] = Concept(TaskSystem, TaskKinds.LookAgain),
        ["for"] = subject.DeepClone(),
        ["executionPeriod"] = new JsonObject { ["start"] = Text(day) },
    };

    private static JsonObject Request(DateOnly day, string status, JsonObject subject) => new()
    {
        ["resourceType"] = "ServiceRequest",
        ["id"] = "s1",
        ["status"] = status,
        ["intent"] = "order",
        ["code"] = Concept(CodeSystems.ResourceTypes, "dpc"),
        ["subject"] = subject.DeepClone(),
        ["authoredOn"] = Text(day),
    };

    private static JsonObject Concept(string system, string code) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
