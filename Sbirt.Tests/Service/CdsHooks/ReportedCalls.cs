using System.Text.Json;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.Tests.Hosts;
using Shouldly;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>Hook calls and feedback as a record system makes them, for the tests of what is counted of them.</summary>
internal static class ReportedCalls
{
    private const string Service = "/cds-services/sbirt-screening";

    /// <summary>Opens an adult's record of whom nothing is known: the yearly invitation. Gives the card.</summary>
    public static async Task<JsonElement> OpenAsync(SbirtServer server, string patient)
    {
        var answer = await server.PostAsync(Service, $$$$"""
            {"hook":"patient-view","hookInstance":"{{{{Guid.CreateVersion7()}}}}","context":{"userId":"Practitioner/1","patientId":"{{{{patient}}}}"},
             "prefetch":{"patient":{"resourceType":"Patient","id":"{{{{patient}}}}","gender":"female","birthDate":"1970-04-01"},
                         "answers":{"resourceType":"Bundle","type":"searchset"}}}
            """);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json.GetProperty("cards")[0];
    }

    public static Task AcceptAsync(SbirtServer server, JsonElement card) => TellAsync(server, $$"""
        {"card":"{{card.GetProperty("uuid").GetString()}}","outcome":"accepted","outcomeTimestamp":"{{Now()}}",
         "acceptedSuggestions":[{"id":"{{card.GetProperty("suggestions")[0].GetProperty("uuid").GetString()}}"}]}
        """);

    public static Task SetAsideAsync(SbirtServer server, string card, string code, string comment) => TellAsync(server, $$$"""
        {"card":"{{{card}}}","outcome":"overridden","outcomeTimestamp":"{{{Now()}}}",
         "overrideReason":{"reason":{"system":"{{{CardWriter.OverrideSystem}}}","code":"{{{code}}}"},"userComment":"{{{comment}}}"}}
        """);

    public static string UuidOf(JsonElement card) => card.GetProperty("uuid").GetString()!;

    private static async Task TellAsync(SbirtServer server, string feedback)
    {
        var answer = await server.PostAsync(Service + "/feedback", $$"""{"feedback":[{{feedback}}]}""");
        answer.Status.ShouldBe(200, answer.Text);
    }

    private static string Now() => TimeProvider.System.GetUtcNow().AddMinutes(1).ToString("O");
}
