using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class CreateTests(PostgresCluster cluster)
{
    [Theory]
    [BothDatabases]
    public async Task A_stored_response_is_answered_with_its_address_version_and_time(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        var answer = (await server.PostAsync(Create, AuditC())).ShouldBe(201);

        var id = answer.Id();
        answer.Version().ShouldBe("1");
        answer.Headers.ETag!.ToString().ShouldBe("W/\"1\"");
        answer.Headers.Location!.ToString().ShouldEndWith($"/fhir/QuestionnaireResponse/{id}/_history/1");
        answer.ContentHeaders!.LastModified.ShouldNotBeNull();
        var read = (await server.GetAsync(answer.Headers.Location.PathAndQuery)).ShouldBe(200);
        read.Text.ShouldBe(answer.Text);
    }

    [Theory]
    [BothDatabases]
    public async Task Prefer_decides_what_a_write_gives_back(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        (await server.PostAsync(Create, AuditC(), ("Prefer", "return=minimal"))).ShouldBe(201).Body.ShouldBeEmpty();
        (await server.PostAsync(Create, AuditC(), ("Prefer", "return=representation"))).ShouldBe(201).Id().ShouldNotBeEmpty();
        (await server.PostAsync(Create, AuditC(), ("Prefer", "return=OperationOutcome"))).ShouldRefuse(201, "stored");
    }

    [Theory]
    [BothDatabases]
    public async Task Q5_the_same_answers_twice_are_stored_once(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        var first = (await server.PostAsync(Create, Named("a"))).ShouldBe(201);
        var second = (await server.PostAsync(Create, Named("a"))).ShouldBe(200);

        second.Id().ShouldBe(first.Id());
        second.Version().ShouldBe("1");
    }

    [Theory]
    [BothDatabases]
    public async Task Q5_other_answers_under_the_same_identifier_are_refused_with_what_to_do(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        (await server.PostAsync(Create, Named("a"))).ShouldBe(201);

        var answer = (await server.PostAsync(Create + "?lang=en", Named("a", first: 1))).ShouldRefuse(409, "conflict");

        answer.Sentence().ShouldContain("status amended");
        answer.Expression().ShouldBe("QuestionnaireResponse.identifier");
    }

    [Theory]
    [BothDatabases]
    public async Task Q5_an_amended_response_is_the_next_version_and_the_first_stays_readable(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        var first = (await server.PostAsync(Create, Named("a"))).ShouldBe(201);

        var amended = (await server.PostAsync(Create, Named("a", first: 1, status: "amended"))).ShouldBe(200);

        amended.Id().ShouldBe(first.Id());
        amended.Version().ShouldBe("2");
        (await server.GetAsync($"{Create}/{first.Id()}")).ShouldBe(200).Text.ShouldBe(amended.Text);
        (await server.GetAsync($"{Create}/{first.Id()}/_history/1")).ShouldBe(200).Text.ShouldBe(first.Text);
    }

    [Theory]
    [BothDatabases]
    public async Task If_None_Exist_answers_what_is_there_and_stores_nothing(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        var first = (await server.PostAsync(Create, Named("a"), ("If-None-Exist", "identifier=urn:clinic:sheets|a"))).ShouldBe(201);

        var second = await server.PostAsync(Create, AuditC(1), ("If-None-Exist", "identifier=urn:clinic:sheets|a"));

        second.ShouldBe(200).Text.ShouldBe(first.Text);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await server.PostAsync(Create, AuditC(1), ("If-None-Exist", "identifier=urn:clinic:sheets|a"), ("Prefer", "return=representation")))
            .ShouldBe(200).Text.ShouldBe(first.Text);
        (await server.PostAsync(Create, AuditC(1), ("If-None-Exist", "identifier=urn:clinic:sheets|a"), ("Prefer", "return=OperationOutcome")))
            .ShouldRefuse(200, "stored");
        (await server.PostAsync(Create, AuditC(1), ("If-None-Exist", "identifier=urn:clinic:sheets|a"), ("Prefer", "return=minimal")))
            .ShouldBe(200).Body.ShouldBeEmpty();
        (await server.PostAsync(Create, AuditC(), ("If-None-Exist", "subject=Patient/1"))).ShouldRefuse(400, "parameter-invalid");
        (await server.PostAsync(Create, AuditC(), ("If-None-Exist", ""))).ShouldRefuse(400, "parameter-invalid");
    }

    [Theory]
    [BothDatabases]
    public async Task D3_of_thirty_two_equal_posts_at_once_one_is_stored(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster, ("Sbirt:Limits:CallsWaiting", "32"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => server.PostAsync(Create, Named("once"))));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Status == 200).ShouldBe(31);
        answers.Select(answer => answer.Id()).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [BothDatabases]
    public async Task What_cannot_be_scored_is_not_stored(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        (await server.PostAsync(Create, Named("a", first: 9))).ShouldRefuse(422, "answer-out-of-range");
        (await server.PostAsync(Create, """{"resourceType":"Patient"}""")).ShouldRefuse(422, "not-a-questionnaire-response");

        (await server.PostAsync(Create, Named("a"))).ShouldBe(201);
    }

    [Theory]
    [BothDatabases]
    public async Task Zero_bytes_in_an_identifier_are_refused_not_failed_on(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        (await server.PostAsync(Create, Named("a\\u0000b"))).Status.ShouldBeInRange(400, 499);
    }
}
