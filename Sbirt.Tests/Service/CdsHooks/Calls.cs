using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>Hook calls as they are sent, as short as a test needs them.</summary>
internal static class Calls
{
    public const string Path = "/cds-services/sbirt-screening";
    public const string Feedback = Path + "/feedback";

    public static string Patient(string id = "p1", string more = "\"birthDate\":\"1970-01-01\",") =>
        $$"""{"resourceType":"Patient",{{more}}"gender":"male","id":"{{id}}"}""";

    public static string Condition(string code, string patient = "p1", string more = "") =>
        $$$"""{"resourceType":"Condition",{{{more}}}"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"{{{code}}}"}]},"subject":{"reference":"Patient/{{{patient}}}"}}""";

    /// <summary>An answered AUDIT-C; 4, 2, 3 gives nine points, 0, 0, 0 none.</summary>
    public static string AuditC(int daysAgo, int first = 4, int second = 2, int third = 3, string patient = "p1", string id = "r1") =>
        Sheets.AuditC(first, second, third, $$"""
            "id":"{{id}}","subject":{"reference":"Patient/{{patient}}"},"authored":"{{DaysAgo(daysAgo)}}T10:00:00+09:00",
            """);

    public static string DaysAgo(int days) => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(-days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Searchset(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"searchset"{{(resources.Length == 0 ? "" : ",\"entry\":[" + string.Join(',', resources.Select(resource => $"{{\"resource\":{resource}}}")) + "]")}}}""";

    public static string Prefetch(string? patient, string? answers, params (string Key, string Json)[] more) =>
        "{" + string.Join(',', new (string Key, string? Json)[] { ("patient", patient), ("answers", answers) }
            .Concat(more.Select(each => (each.Key, Json: (string?)each.Json)))
            .Where(each => each.Json is not null)
            .Select(each => $"\"{each.Key}\":{each.Json}")) + "}";

    public static string Call(
        string? prefetch, string hook = "patient-view", string instance = "i-1", string patient = "p1", string encounter = "e1", string more = "", string context = "") =>
        $$"""
        {"hook":"{{hook}}","hookInstance":"{{instance}}",{{more}}"context":{"userId":"Practitioner/1","patientId":"{{patient}}","encounterId":"{{encounter}}"{{context}}}{{(prefetch is null ? "" : $",\"prefetch\":{prefetch}")}}}
        """;

    /// <summary>A patient of whom nobody asked yet.</summary>
    public static string NeverAsked(string instance = "i-1", string encounter = "e1", string patient = "p1") =>
        Call(Prefetch(Patient(patient), "null"), instance: instance, encounter: encounter, patient: patient);

    /// <summary>A patient with nine points of AUDIT-C yesterday.</summary>
    public static string WithResult(string instance = "i-1", string encounter = "e1", string patient = "p1") =>
        Call(Prefetch(Patient(patient), Searchset(AuditC(1, patient: patient))), instance: instance, encounter: encounter, patient: patient);

    public static async Task<FhirAnswer> HookAsync(this SbirtServer server, string json, string path = Path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, path));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await server.Client.SendAsync(request);
        return new FhirAnswer((int)response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync()) { ContentHeaders = response.Content.Headers };
    }

    /// <summary>The cards of an answer that must be right.</summary>
    public static IReadOnlyList<JsonElement> Cards(this FhirAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        answer.ContentHeaders!.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        return [.. answer.Json.GetProperty("cards").EnumerateArray()];
    }

    /// <summary>The kind of the one card, or "-".</summary>
    public static string Kind(this FhirAnswer answer) =>
        answer.Cards() is [var card] ? card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString()! : "-";

    public static string Uuid(this FhirAnswer answer) => answer.Cards()[0].GetProperty("uuid").GetString()!;

    public static string FirstSuggestion(this FhirAnswer answer) =>
        answer.Cards()[0].GetProperty("suggestions")[0].GetProperty("uuid").GetString()!;

    public static FhirAnswer Refused(this FhirAnswer answer, int status, params string[] codes)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.Json.GetProperty("resourceType").GetString().ShouldBe("OperationOutcome");
        Sbirt.FhirAdapter.Structure.StructureValidator.Validate(answer.Body).ShouldBeEmpty(answer.Text);
        answer.ReasonCodes.ShouldBe(codes, answer.Text);
        return answer;
    }

    public static string Overridden(string card, string? reason = null, string? comment = null, string at = "2026-11-21T09:00:00Z") =>
        $$"""{"card":"{{card}}","outcome":"overridden","outcomeTimestamp":"{{at}}"{{(reason is null && comment is null ? "" : ",\"overrideReason\":{" + string.Join(',', new[] { reason is null ? null : $"\"reason\":{{\"code\":\"{reason}\",\"system\":\"https://sbirt.example/fhir/CodeSystem/sbirt-override-reason\"}}", comment is null ? null : $"\"userComment\":{JsonSerializer.Serialize(comment)}" }.OfType<string>()) + "}")}}}""";

    public static string Accepted(string card, string suggestion) =>
        $$"""{"card":"{{card}}","outcome":"accepted","acceptedSuggestions":[{"id":"{{suggestion}}"}],"outcomeTimestamp":"2026-11-21T09:00:00Z"}""";

    public static string Told(params string[] items) => $$"""{"feedback":[{{string.Join(',', items)}}]}""";

    public static string Now() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
