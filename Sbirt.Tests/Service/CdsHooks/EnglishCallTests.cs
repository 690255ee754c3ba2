using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Tests.FhirAdapter.CdsHooks;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>Whoever reads English reads nothing else, on every card of both services.</summary>
public sealed partial class EnglishCallTests(SbirtServerFixture server, EnglishServerFixture english)
    : IClassFixture<SbirtServerFixture>, IClassFixture<EnglishServerFixture>
{
    private const string Screening = Calls.Path;
    private const string Medicines = "/cds-services/sbirt-medicines";
    private const string Task = "\"resourceType\":\"Task\",\"id\":\"t1\",\"status\":\"requested\",\"intent\":\"proposal\",\"for\":{\"reference\":\"Patient/p1\"}";

    /// <summary>Calls that bring the different cards: service, hook, what is sent along, what is being written.</summary>
    public static TheoryData<string, string, string, string> CallsForCards
    {
        get
        {
            var tablets = Drafted.Order();
            var running = tablets.Replace("\"d1\"", "\"o1\"", StringComparison.Ordinal).Replace("\"draft\"", "\"active\"", StringComparison.Ordinal);
            return new()
            {
                { "invite", Screening, Prefetch(Patient(), "null"), "" },
                { "invite-reason", Screening, Prefetch(Patient(), "null", ("conditions", Searchset(Condition("I10")))), "" },
                { "result", Screening, Prefetch(Patient(), Searchset(AuditC(1))), "" },
                { "referral-missing", Screening, Prefetch(Patient(), Searchset(Answered("audit", 10, 4)), ("talks", Searchset(Talk(0)))), "" },
                { "referral-open", Screening, Prefetch(Patient(), Searchset(AuditC(60, 0, 0, 0)), ("referrals", Searchset(Referral(45)))), "" },
                { "no-show", Screening, Prefetch(Patient(), Searchset(AuditC(60, 0, 0, 0)), ("tasks", Searchset($$$"""{{{{Task.Replace("requested", "failed", StringComparison.Ordinal)}}},"code":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-task","code":"hand-over"}]},"executionPeriod":{"start":"{{{DaysAgo(3)}}}"}}"""))), "" },
                { "safety", Screening, Prefetch(Patient(), Searchset(Answered("phq-9", 9, 3))), "" },
                { "follow-up", Screening, Prefetch(Patient(), Searchset(AuditC(60, 0, 0, 0)), ("tasks", Searchset($$$"""{{{{Task}}},"code":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-task","code":"look-again"}]},"executionPeriod":{"start":"{{{DaysAgo(3)}}}"}}"""))), "" },
                { "above-supply-limit", Medicines, Prefetch(Patient(), null, ("orders", "null")), tablets },
                { "overlapping-supply", Medicines, Prefetch(Patient(), null, ("orders", Searchset(running.Replace("\"intent\"", "\"requester\":{\"reference\":\"Practitioner/9\"},\"intent\"", StringComparison.Ordinal)))), tablets },
                { "sedative-with-risky-drinking", Medicines, Prefetch(Patient(), Searchset(AuditC(20)), ("orders", "null")), tablets },
                { "sedative-with-sleep-apnoea", Medicines, Prefetch(Patient(), null, ("orders", "null"), ("conditions", Searchset(Condition("G47.3")))), tablets },
                { "several-in-one-prescription", Medicines, Prefetch(Patient(), null, ("orders", "null")), Together("エチゾラム", "アルプラゾラム", "ロラゼパム") },
                { "opioid-with-benzodiazepine", Medicines, Prefetch(Patient(), null, ("orders", "null")), Together("エチゾラム", "トラマドール") },
            };
        }
    }

    [Theory]
    [MemberData(nameof(CallsForCards))]
    public async Task By_Accept_Language_a_card_is_English_throughout(string kind, string path, string prefetch, string drafted)
    {
        var call = Call(prefetch, drafted.Length > 0 ? "order-sign" : "patient-view", Guid.NewGuid().ToString(), encounter: "e-" + Guid.NewGuid(), context: Context(drafted));

        var answer = await server.Running.PostAsync(path, call, ("Accept-Language", "en-GB,en;q=0.9,ja;q=0.1"));

        answer.Kind().ShouldBe(kind);
        JapaneseIn(answer).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(CallsForCards))]
    public async Task By_the_language_of_its_settings_a_record_system_reads_English_unless_it_asks(string kind, string path, string prefetch, string drafted)
    {
        var trusted = english.Server;
        var visit = Guid.NewGuid().ToString();
        string At(string day) => Call(prefetch, drafted.Length > 0 ? "order-sign" : "patient-view", visit + day, encounter: visit + day, context: Context(drafted));

        var bySettings = await trusted.HookAsync(At("1"), path);
        var asked = await trusted.Running.PostAsync(path, At("2"), ("Authorization", "Bearer " + trusted.Token(path).Signed), ("Accept-Language", "ja"));
        var other = await trusted.OtherHookAsync(At("1"), path);

        bySettings.Kind().ShouldBe(kind);
        JapaneseIn(bySettings).ShouldBeEmpty();
        JapaneseIn(asked).ShouldNotBeEmpty();
        JapaneseIn(other).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_English_too()
    {
        foreach (var path in new[] { Screening, Medicines })
        {
            var answer = await server.Running.PostAsync(path, Call(Prefetch(Patient(), null), path == Screening ? "patient-view" : "order-sign"), ("Accept-Language", "en"));

            answer.Status.ShouldBe(412);
            Japanese().IsMatch(answer.Text).ShouldBeFalse(answer.Text);
        }
    }

    private static string Context(string drafted) => drafted.Length == 0 ? "" : $",\"draftOrders\":{Searchset(drafted)}";

    /// <summary>A sheet of yesterday with the same score in every answer.</summary>
    private static string Answered(string instrument, int items, int score) => $$"""
        {"resourceType":"QuestionnaireResponse","id":"r9","subject":{"reference":"Patient/p1"},"authored":"{{DaysAgo(1)}}T10:00:00+09:00","status":"completed",
         "questionnaire":"https://sbirt.example/fhir/Questionnaire/{{instrument}}|1.0.0","item":[{{string.Join(',', Enumerable.Range(1, items).Select(item => Sheets.Answer($"{instrument}-{item}", score)))}}]}
        """;

    private static string Talk(int daysAgo) =>
        $$$"""{"resourceType":"Communication","id":"c1","status":"completed","category":[{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-task","code":"talk"}]}],"subject":{"reference":"Patient/p1"},"sent":"{{{DaysAgo(daysAgo)}}}"}""";

    private static string Referral(int daysAgo) =>
        $$$"""{"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"authoredOn":"{{{DaysAgo(daysAgo)}}}","code":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-resource-type","code":"mhwc"}]}}""";

    /// <summary>Orders as the entries of one Bundle.</summary>
    private static string Together(params string[] medicines) => string.Join("},{\"resource\":", medicines.Select(Named));

    private static string Named(string medicine) =>
        $$$"""
        {"resourceType":"MedicationRequest","id":"{{{Guid.NewGuid()}}}","status":"draft","intent":"order","subject":{"reference":"Patient/p1"},
         "medicationCodeableConcept":{"text":"{{{medicine}}}"},"dispenseRequest":{"expectedSupplyDuration":{"value":14,"unit":"日"} } }
        """;

    // The order itself, which a suggestion may bring back shorter, is in the words of whoever wrote it.
    private static List<string> JapaneseIn(FhirAnswer answer) =>
        [.. answer.Cards().SelectMany(Texts).Where(text => Japanese().IsMatch(text))];

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals("update") => [element.GetProperty("description").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}\u3001-\u303F\uFF01-\uFFEF]")]
    private static partial Regex Japanese();
}
