using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class UpdateTests(PostgresCluster cluster)
{
    private const string Mine = Create + "/my-sheet.1";

    [Theory]
    [BothDatabases]
    public async Task A_put_creates_under_an_id_of_ones_own(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        var answer = (await server.PutAsync(Mine, WithId(4))).ShouldBe(201);

        answer.Id().ShouldBe("my-sheet.1");
        answer.Headers.Location!.ToString().ShouldEndWith("/my-sheet.1/_history/1");
    }

    [Theory]
    [BothDatabases]
    public async Task D6_an_update_needs_the_version_that_was_read(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        (await server.PutAsync(Mine, WithId(4))).ShouldBe(201);

        (await server.PutAsync(Mine, WithId(3))).ShouldRefuse(428, "precondition-required");
        (await server.PutAsync(Mine, WithId(3), ("If-Match", "W/\"7\""))).ShouldRefuse(412, "version-conflict");
        (await server.PutAsync(Mine, WithId(3), ("If-Match", "nonsense"))).ShouldRefuse(412, "version-conflict");
        var updated = (await server.PutAsync(Mine, WithId(3), ("If-Match", "W/\"1\""))).ShouldBe(200);
        updated.Version().ShouldBe("2");
        (await server.PutAsync(Mine, WithId(2), ("If-Match", "W/\"1\""))).ShouldRefuse(412, "version-conflict");
    }

    [Theory]
    [BothDatabases]
    public async Task D6_of_updates_of_one_version_at_once_one_wins_and_the_others_are_told(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        (await server.PutAsync(Mine, WithId(4))).ShouldBe(201);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(score => server.PutAsync(Mine, WithId(score), ("If-Match", "W/\"1\""))));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412]);
    }

    [Theory]
    [BothDatabases]
    public async Task The_id_of_the_address_is_the_id_of_the_body(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        (await server.PutAsync(Create + "/other", WithId(4))).ShouldRefuse(400, "id-mismatch");
        (await server.PutAsync(Mine, AuditC())).ShouldRefuse(400, "id-mismatch");
    }

    [Theory]
    [BothDatabases]
    public async Task J15_an_id_outside_the_grammar_never_reaches_the_store(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);

        foreach (var id in (string[])["a_b", "a%20b", "..%2Fx", "a%27--", "a%0Ab", "%00", new string('a', 65)])
        {
            (await server.PutAsync($"{Create}/{id}", WithId(4))).Status.ShouldBeOneOf(400, 404);
            (await server.GetAsync($"{Create}/{id}")).Status.ShouldBeOneOf(400, 404);
        }
    }

    private static string WithId(int first) => AuditC(first, more: "\"id\":\"my-sheet.1\",");
}
