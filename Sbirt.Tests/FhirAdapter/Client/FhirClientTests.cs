using System.Collections.Concurrent;
using System.Diagnostics;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.FhirAdapter.Client.FhirReads;

namespace Sbirt.Tests.FhirAdapter.Client;

public sealed class FhirClientTests
{
    private const string Search = "Observation?patient=p-1&code=http://loinc.org|75626-2";

    private static readonly string[] Ids = ["a", "b"];

    [Fact]
    public async Task A_resource_is_read_with_the_token_of_the_call()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient/p-1", Patient);
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access(), "Patient/p-1");

        pages.Resources().ShouldHaveSingleItem().GetProperty("gender").GetString().ShouldBe("male");
        pages.IsTruncated.ShouldBeFalse();
        ehr.Calls.ShouldHaveSingleItem().Authorization.ShouldBe($"Bearer {Token}");
    }

    [Fact]
    public async Task A_server_that_asks_for_no_token_gets_none()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient/p-1", Patient);
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access() with { AccessToken = null }, "Patient/p-1");

        ehr.Calls.ShouldHaveSingleItem().Authorization.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_is_followed_through_its_pages_in_order()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers("Observation?patient=p-1&code=http://loinc.org%7C75626-2", EhrAnswers.Json(
            Observations(next: $"{ehr.BaseUrl}?_getpages=2", ids: Ids)));
        ehr.Holds("/fhir?_getpages=2", Observations(next: "Observation?page=3", ids: ["c"]));
        ehr.Answers("Observation?page=3", EhrAnswers.Gzip(Observations(ids: ["d"])));
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access(), Search);

        pages.Documents.Length.ShouldBe(3);
        pages.Resources().Select(resource => resource.GetProperty("id").GetString()).ShouldBe(["a", "b", "c", "d"]);
        pages.IsTruncated.ShouldBeFalse();
        ehr.Calls.ShouldAllBe(call => call.Authorization == $"Bearer {Token}");
    }

    [Fact]
    public async Task Pages_beyond_the_third_are_left_out_and_said_so()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Observation?patient=p-1", Observations(next: "Observation?patient=p-1", ids: Ids));
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access(), "Observation?patient=p-1");

        pages.Documents.Length.ShouldBe(3);
        pages.IsTruncated.ShouldBeTrue();
        ehr.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_empty_searchset_is_an_answer()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Condition?patient=p-1", """{"resourceType":"Bundle","type":"searchset","total":0}""");
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access(), "Condition?patient=p-1");

        pages.Resources().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resource_that_is_not_there_is_refused_as_missing()
    {
        await using var ehr = await EhrServer.StartAsync();
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient/p-1")).ShouldBe("fhir-resource-missing");
        ehr.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""")]
    [InlineData("""{"resourceType":"Observation","id":"p-1","status":"final","subject":{"reference":"Patient/p-1"}}""")]
    [InlineData("""{"resourceType":"Patient","id":"p-1","gender":"male","gender":"female"}""")]
    [InlineData("""{"resourceType":"Patient","id":"p-1" """)]
    [InlineData("[]")]
    [InlineData("")]
    public async Task An_answer_to_another_question_is_refused(string body)
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient/p-1", body);
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient/p-1")).ShouldBe("fhir-answer-not-fhir");
    }

    [Fact]
    public async Task A_resource_where_a_searchset_was_asked_for_is_refused()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient?_id=p-1", Patient);
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient?_id=p-1")).ShouldBe("fhir-answer-not-fhir");
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_a_refusal()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers("Patient/p-1", EhrAnswers.Silence);
        using var client = Trusting(ehr).Client();
        using var caller = new CancellationTokenSource();
        var reading = client.ReadAsync(ehr.Access(), "Patient/p-1", caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task One_client_reads_for_many_calls_at_once()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient/p-1", Patient);
        using var client = Trusting(ehr).Client();
        var pages = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.OkAsync(ehr.Access(), "Patient/p-1")));

        pages.ShouldAllBe(page => page.Documents[0].ResourceType == "Patient");
    }

    [Fact]
    public async Task P1_a_read_leaves_no_trace_with_its_address()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient/p-1", Patient);
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access(), "Patient/p-1");

        seen.ShouldNotContain(tags => tags.Contains($":{ehr.BaseUrl.Port}/", StringComparison.Ordinal));
    }
}
