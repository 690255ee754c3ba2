using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class BundleTests(PostgresCluster cluster)
{
    [Theory]
    [BothDatabases]
    public async Task A_batch_answers_each_entry_for_itself(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        var answer = (await server.PostAsync("/fhir", Bundle(
            "batch",
            Post(Named("a")),
            Post(Named("b", first: 9)),
            Get("Questionnaire/audit"),
            Get("QuestionnaireResponse/nobody"),
            Post(Named("a", first: 1)),
            """{"request":{"method":"DELETE","url":"QuestionnaireResponse/x"}}"""))).ShouldBe(200);

        answer.Json.GetProperty("type").GetString().ShouldBe("batch-response");
        Statuses(answer).ShouldBe(["201", "422", "200", "404", "409", "422"]);
        Response(answer, 0).GetProperty("etag").GetString().ShouldBe("W/\"1\"");
        answer.Headers.ETag.ShouldBeNull();
        var issue = Response(answer, 1).GetProperty("outcome").GetProperty("issue")[0];
        issue.GetProperty("expression")[0].GetString().ShouldStartWith("Bundle.entry[1].resource.item[0]");
        (await server.PostAsync(Create, Named("a"))).ShouldBe(200);
    }

    [Theory]
    [BothDatabases]
    public async Task A_transaction_stores_all_of_its_responses(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        var answer = (await server.PostAsync("/fhir", Bundle(
            "transaction", Post(Named("a")), Put("mine", AuditC(more: "\"id\":\"mine\","))))).ShouldBe(200);

        answer.Json.GetProperty("type").GetString().ShouldBe("transaction-response");
        Statuses(answer).ShouldBe(["201", "201"]);
        (await server.GetAsync($"{Create}/mine")).ShouldBe(200);
    }

    [Theory]
    [BothDatabases]
    public async Task An_entry_whose_condition_names_a_stored_response_is_answered_with_that(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        var stored = (await server.PostAsync(Create, Named("a"))).ShouldBe(201);

        var answer = (await server.PostAsync("/fhir", Bundle(
            "transaction", Post(AuditC(1), ",\"ifNoneExist\":\"identifier=urn:clinic:sheets|a\""), Post(Named("b"))))).ShouldBe(200);

        Statuses(answer).ShouldBe(["200", "201"]);
        answer.Json.GetProperty("entry")[0].GetProperty("resource").GetRawText().ShouldBe(stored.Text);
    }

    [Theory]
    [InlineData("POST", "urn:uuid:5b1d8f0e-8b6c-4c39-9a4e-1f0d2a3b4c5d", "urn:uuid:5b1d8f0e-8b6c-4c39-9a4e-1f0d2a3b4c5d", true)]
    [InlineData("PUT", "urn:uuid:5b1d8f0e-8b6c-4c39-9a4e-1f0d2a3b4c5d", "urn:uuid:5b1d8f0e-8b6c-4c39-9a4e-1f0d2a3b4c5d", true)]
    [InlineData("POST", "https://ehr.example/fhir/QuestionnaireResponse/b", "https://ehr.example/fhir/QuestionnaireResponse/b", true)]
    [InlineData("POST", "https://ehr.example/fhir/QuestionnaireResponse/b", "QuestionnaireResponse/b", true)]
    [InlineData("POST", "https://ehr.example/fhir/QuestionnaireResponse/b", "QuestionnaireResponse/b/_history/2", true)]
    [InlineData("PUT", "https://ehr.example/fhir/QuestionnaireResponse/b", "QuestionnaireResponse/b", false)]
    [InlineData("POST", "urn:uuid:5b1d8f0e-8b6c-4c39-9a4e-1f0d2a3b4c5d", "urn:uuid:00000000-0000-4000-8000-000000000000", false)]
    [InlineData("POST", "urn:uuid:5b1d8f0e-8b6c-4c39-9a4e-1f0d2a3b4c5d", "Patient/b", false)]
    public async Task A_reference_that_would_lead_nowhere_once_the_entry_has_its_id_is_refused_not_stored(
        string method, string fullUrl, string reference, bool refused)
    {
        await using var server = await SbirtServer.StartAsync();
        var named = $"{{\"fullUrl\":\"{fullUrl}\"," + (method == "POST" ? Post(Named("b")) : Put("b", Named("b", more: "\"id\":\"b\",")))[1..];
        var refers = Named("a", more: $"\"extension\":[{{\"url\":\"urn:clinic:follows\",\"valueReference\":{{\"reference\":\"{reference}\"}}}}],");

        var transaction = await server.PostAsync("/fhir", Bundle("transaction", Post(refers), named));
        var batch = (await server.PostAsync("/fhir", Bundle("batch", Post(refers), named))).ShouldBe(200);

        if (refused)
        {
            transaction.ShouldRefuse(422, "reference-to-entry").Expression()
                .ShouldBe("Bundle.entry[0].resource.extension[0].valueReference.reference");
            Statuses(batch).ShouldBe(["422", "201"]);
            return;
        }

        transaction.ShouldBe(200);
    }

    [Theory]
    [InlineData("\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><a href=\\\"urn:uuid:1\\\">b</a></div>\"},", true)]
    [InlineData("\"extension\":[{\"url\":\"urn:x\",\"valueUri\":\"urn:uuid:1\"}],", true)]
    [InlineData("\"extension\":[{\"url\":\"urn:x\",\"valueString\":\"urn:uuid:1\"}],", false)]
    public async Task Links_are_what_R4_would_rewrite_and_text_is_text(string element, bool refused)
    {
        await using var server = await SbirtServer.StartAsync();

        var answer = await server.PostAsync("/fhir", Bundle(
            "transaction", Post(Named("a", more: element)), "{\"fullUrl\":\"urn:uuid:1\"," + Post(Named("b"))[1..]));

        answer.ShouldBe(refused ? 422 : 200);
    }

    [Theory]
    [BothDatabases]
    public async Task D4_a_transaction_with_one_bad_entry_stores_nothing_and_names_it(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        var answer = (await server.PostAsync("/fhir", Bundle("transaction", Post(Named("a")), Post(Named("b", first: 9)))))
            .ShouldRefuse(422, "answer-out-of-range");

        answer.Expression().ShouldStartWith("Bundle.entry[1].resource.item[0]");
        answer.Json.GetProperty("issue")[0].GetProperty("location")[0].GetString().ShouldStartWith("line 1, column ");
        (await server.PostAsync(Create, Named("a"))).ShouldBe(201);
    }

    [Theory]
    [BothDatabases]
    public async Task D4_a_transaction_refused_by_the_store_names_its_entry(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        (await server.PostAsync(Create, Named("b"))).ShouldBe(201);

        var answer = (await server.PostAsync("/fhir", Bundle("transaction", Post(Named("a")), Post(Named("b", first: 1)))))
            .ShouldRefuse(409, "conflict");

        answer.Expression().ShouldStartWith("Bundle.entry[1].resource");
        (await server.PostAsync(Create, Named("a"))).ShouldBe(201);
    }

    [Theory]
    [BothDatabases]
    public async Task D5_a_transaction_with_one_identity_twice_is_refused_whole(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        (await server.PostAsync("/fhir", Bundle("transaction", Post(Named("a")), Post(Named("a")))))
            .ShouldRefuse(409, "conflict").Expression().ShouldStartWith("Bundle.entry[1].resource");

        (await server.PostAsync(Create, Named("a"))).ShouldBe(201);
    }

    [Theory]
    [InlineData("searchset")]
    [InlineData("collection")]
    public async Task Only_batch_and_transaction_are_carried_out(string type)
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.PostAsync("/fhir", Bundle(type))).ShouldRefuse(422, "not-supported");
        (await server.PostAsync("/fhir", AuditC())).ShouldRefuse(422, "not-supported");
    }

    [Fact]
    public async Task A_bundle_without_entries_is_answered_without_entries()
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.PostAsync("/fhir", Bundle("batch"))).ShouldBe(200);
        (await server.PostAsync("/fhir", Bundle("transaction"))).ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"fullUrl":"urn:uuid:1"}""")]
    [InlineData("""{"request":{"method":"POST","url":"QuestionnaireResponse"}}""")]
    [InlineData("""{"request":{"_method":{"extension":[{"url":"urn:x","valueString":"y"}]},"url":"QuestionnaireResponse"}}""")]
    [InlineData("""{"request":{"method":"PATCH","url":"QuestionnaireResponse/1"}}""")]
    [InlineData("""{"request":{"method":"GET","url":"Patient/1"}}""")]
    [InlineData("""{"request":{"method":"GET","url":"../../etc/passwd"}}""")]
    public async Task An_entry_that_asks_for_nothing_we_do_is_refused_not_failed_on(string entry)
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.PostAsync("/fhir", Bundle("transaction", entry))).ShouldBe(entry.Contains("fullUrl", StringComparison.Ordinal) ? 400 : 422);
    }

    private static List<string> Statuses(FhirAnswer answer) =>
        [.. answer.Json.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("response").GetProperty("status").GetString()!)];

    private static System.Text.Json.JsonElement Response(FhirAnswer answer, int index) =>
        answer.Json.GetProperty("entry")[index].GetProperty("response");
}
