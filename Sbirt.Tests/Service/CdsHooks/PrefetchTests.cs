using Dapper;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>What was sent along, what was not, and what is read from the record system instead.</summary>
public sealed class PrefetchTests
{
    private const string Failure = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"timeout"}]}""";

    /// <summary>Values of "answers" that say nothing about the patient.</summary>
    public static TheoryData<string> NotHad =>
    [
        Failure,
        Searchset(Failure),
        Searchset(Patient()),
        "5",
        "\"none\"",
        "{}",
        "[]",
        """{"resourceType":"Bundle","type":"searchset","total":3}""",
        """{"resourceType":"Bundle","type":"searchset","entry":{}}""",
        """{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"urn:x"}]}""",
        """{"resourceType":"Bundle","type":"searchset","entry":[5]}""",
        """{"resourceType":"Bundle","type":"searchset","entry":[{"resource":null}]}""",
    ];

    [Fact]
    public async Task Null_and_an_empty_searchset_mean_that_nothing_was_found()
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.HookAsync(NeverAsked())).Kind().ShouldBe("invite");
        (await server.HookAsync(Call(Prefetch(Patient(), Searchset()), instance: "i-2", encounter: "e2"))).Kind().ShouldBe("invite");
        (await server.HookAsync(Call(Prefetch(Patient(), """{"resourceType":"Bundle","type":"searchset","total":0,"link":[{"relation":"self","url":"https://x"}]}"""), instance: "i-3", encounter: "e3"))).Kind().ShouldBe("invite");
    }

    [Theory]
    [MemberData(nameof(NotHad))]
    public async Task H1_what_is_no_answer_is_never_taken_for_no_drinking(string answers)
    {
        await using var server = await SbirtServer.StartAsync();
        await using var ehr = await EhrWith(Searchset(AuditC(1)));
        await using var connected = await ConnectedTo(ehr);

        (await server.HookAsync(Call(Prefetch(Patient(), answers)))).Refused(412, "prefetch-missing", "hook-without-fhir-server");
        (await connected.HookAsync(Call(Prefetch(Patient(), answers), more: Access(ehr)))).Kind().ShouldBe("result");
    }

    [Fact]
    public async Task H1_everything_that_is_missing_is_named_at_once()
    {
        await using var server = await SbirtServer.StartAsync();

        foreach (var prefetch in new[] { null, "{}", "{\"patient\":null}", Prefetch("5", null), Prefetch(Searchset(Patient()), null) })
        {
            var refused = (await server.HookAsync(Call(prefetch))).Refused(412, "prefetch-missing", "hook-without-fhir-server", "prefetch-missing");

            refused.Text.ShouldContain("prefetch.patient");
            refused.Text.ShouldContain("prefetch.answers");
        }
    }

    [Fact]
    public async Task The_record_system_is_asked_for_what_is_missing_with_the_token_and_for_nothing_else()
    {
        await using var ehr = await EhrWith(Searchset(AuditC(1)));
        await using var server = await ConnectedTo(ehr);
        string[] optional = ["results", "conditions", "talks", "tasks", "referrals"];

        (await server.HookAsync(Call(Prefetch(Patient(), null, [.. optional.Select(key => (key, "null"))]), more: Access(ehr)))).Kind().ShouldBe("result");

        ehr.Calls.ShouldBe([new EhrCall(Answers(), "Bearer some-opaque-token")]);
    }

    [Fact]
    public async Task Without_any_prefetch_everything_is_read()
    {
        await using var ehr = await EhrWith(Searchset(AuditC(1)));
        await using var server = await ConnectedTo(ehr);

        (await server.HookAsync(Call(null, more: Access(ehr)))).Kind().ShouldBe("result");

        ehr.Calls.Select(call => call.Query.Split('/', '?')[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ["Communication", "Condition", "Observation", "Patient", "QuestionnaireResponse", "ServiceRequest", "Task"]);
    }

    [Fact]
    public async Task A_record_system_that_is_not_on_the_list_is_not_asked()
    {
        await using var ehr = await EhrWith(Searchset(AuditC(1)));
        await using var server = await SbirtServer.StartAsync();

        (await server.HookAsync(Call(Prefetch(Patient(), null), more: Access(ehr)))).Refused(412, "prefetch-missing", "fhir-server-not-trusted");
        ehr.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_system_that_fails_is_a_refusal_and_its_words_are_not_passed_on()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Answers(), EhrAnswers.Status(403));
        await using var server = await ConnectedTo(ehr);

        var refused = (await server.HookAsync(Call(Prefetch(Patient(), null), more: Access(ehr)))).Refused(412, "prefetch-missing", "fhir-access-refused");

        refused.Text.ShouldNotContain("some-opaque-token");
        refused.Text.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task H4_another_patient_anywhere_in_the_data_is_refused_whole()
    {
        await using var server = await SbirtServer.StartAsync();
        string[] prefetches =
        [
            Prefetch(Patient("p2"), "null"),
            Prefetch(Patient(), Searchset(AuditC(1, patient: "p2"))),
            Prefetch(Patient(), Searchset(AuditC(1), AuditC(2, patient: "p2", id: "r2"))),
            Prefetch(Patient(), "null", ("conditions", Searchset(Condition("I10", "p2")))),
            Prefetch(Patient(), "null", ("conditions", Searchset(Condition("I10", "p2/_history/3")))),
            Prefetch(Patient(), "null", ("tasks", Searchset("""{"resourceType":"Task","status":"requested","intent":"proposal","for":{"reference":"https://ehr.example/fhir/Patient/p2"}}"""))),
            Prefetch(Patient(), "null", ("conditions", Searchset(Patient("p2"), Condition("I10")))),
        ];

        foreach (var prefetch in prefetches)
        {
            (await server.HookAsync(Call(prefetch))).Refused(412, "hook-other-patient");
        }

        (await server.HookAsync(Call(Prefetch(Patient(), "null"), "problem-list-item-create", context: $",\"conditions\":{Searchset(Condition("I10", "p2"))}"))).Refused(412, "hook-other-patient");
        await using var connection = await StoreHome.In(server.DataFolder).ConnectAsync();
        (await connection.QueryAsync<string>("SELECT outcome FROM audit_event WHERE action = 'hook'"))
            .ShouldBe(Enumerable.Repeat("sbirt-screening hook-other-patient", prefetches.Length + 1));
    }

    [Fact]
    public async Task Of_two_states_of_one_sheet_the_later_one_counts()
    {
        await using var server = await SbirtServer.StartAsync();
        static string State(int first, string updated) => AuditC(1, first, 0, 0).Replace("\"id\":\"r1\",", $"\"id\":\"r1\",\"meta\":{{\"lastUpdated\":\"{updated}\"}},", StringComparison.Ordinal);
        var (old, corrected) = (AuditC(1).Replace("\"id\":\"r1\",", "\"id\":\"r1\",\"meta\":{\"lastUpdated\":\"2026-11-20T10:00:00Z\"},", StringComparison.Ordinal), State(0, "2026-11-20T20:00:00+09:00"));

        (await server.HookAsync(Call(Prefetch(Patient(), Searchset(old, corrected)), instance: "i-1", encounter: "e1"))).Kind().ShouldBe("-");
        (await server.HookAsync(Call(Prefetch(Patient(), Searchset(corrected, old)), instance: "i-2", encounter: "e2"))).Kind().ShouldBe("-");
    }

    [Fact]
    public async Task H4_another_patient_from_the_record_system_is_refused_too()
    {
        await using var ehr = await EhrWith(Searchset(AuditC(1, patient: "p2")));
        await using var server = await ConnectedTo(ehr);

        (await server.HookAsync(Call(Prefetch(Patient(), null), more: Access(ehr)))).Refused(412, "prefetch-missing", "fhir-answer-other-patient");
    }

    [Fact]
    public async Task Further_pages_are_read_where_they_can_be_and_else_the_first_one_serves()
    {
        var page = $$"""{"resourceType":"Bundle","type":"searchset","total":2,"link":[{"relation":"next","url":"https://ehr.example/fhir?page=2"}],"entry":[{"resource":{{AuditC(30, 0, 0, 0)}}}]}""";
        await using var ehr = await EhrWith(Searchset(AuditC(30, 0, 0, 0), AuditC(1, id: "r2")));
        await using var server = await ConnectedTo(ehr);

        (await server.HookAsync(Call(Prefetch(Patient(), page), instance: "i-1", encounter: "e1"))).Kind().ShouldBe("-");
        (await server.HookAsync(Call(Prefetch(Patient(), page), instance: "i-2", encounter: "e2", more: Access(ehr)))).Kind().ShouldBe("result");
        (await server.HookAsync(Call(Prefetch(Patient(), page.Replace("next", "self", StringComparison.Ordinal)), instance: "i-3", encounter: "e3", more: Access(ehr)))).Kind().ShouldBe("result");
    }

    [Fact]
    public async Task O4_a_fhir_server_in_the_settings_that_is_none_stops_the_start()
    {
        var fault = await Should.ThrowAsync<Sbirt.Service.Settings.SettingsFaultException>(() => SbirtServer.StartAsync(("Sbirt:Clients:0:FhirServers:1", "ehr.example/fhir")));

        fault.Message.ShouldContain("Sbirt:Clients:0:FhirServers");
        fault.Message.ShouldNotContain("ehr.example/fhir:");
    }

    private static async Task<EhrServer> EhrWith(string answers) =>
        (await EhrServer.StartAsync()).Holds("Patient/p1", Patient()).Holds(Answers(), answers);

    private static string Answers() => "QuestionnaireResponse?patient=p1&_sort=-authored&_count=50";

    private static Task<SbirtServer> ConnectedTo(EhrServer ehr) =>
        SbirtServer.StartAsync(("Sbirt:Clients:0:Id", "ehr"), ("Sbirt:Clients:0:FhirServers:0", ehr.BaseUrl.AbsoluteUri));

    private static string Access(EhrServer ehr) =>
        $$"""
        "fhirServer":"{{ehr.BaseUrl}}","fhirAuthorization":{"access_token":"some-opaque-token","token_type":"Bearer","expires_in":300,"scope":"patient/*.rs","subject":"sbirt"},
        """;
}
