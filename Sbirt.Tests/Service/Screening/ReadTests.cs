using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class ReadTests(PostgresCluster cluster)
{
    [Theory]
    [BothDatabases]
    public async Task What_is_not_there_is_not_found(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        var id = (await server.PostAsync(Create, AuditC())).ShouldBe(201).Id();

        (await server.GetAsync($"{Create}/nobody")).ShouldRefuse(404, "not-found");
        (await server.GetAsync($"{Create}/{id}/_history/2")).ShouldRefuse(404, "not-found");
        (await server.GetAsync($"{Create}/{id}/_history/0")).ShouldRefuse(404, "not-found");
        (await server.GetAsync($"{Create}/{id}/_history/x")).ShouldRefuse(404, "not-found");
        (await server.GetAsync($"{Create}/{id}/_history/99999999999999999999")).ShouldRefuse(404, "not-found");
    }

    [Theory]
    [BothDatabases]
    public async Task A_caller_whose_copy_is_current_gets_no_body(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        var id = (await server.PostAsync(Create, AuditC())).ShouldBe(201).Id();

        foreach (var tag in (string[])["W/\"1\"", "\"1\"", "W/\"7\", W/\"1\"", "*"])
        {
            var answer = (await server.GetAsync($"{Create}/{id}", ("If-None-Match", tag))).ShouldBe(304);
            answer.Body.ShouldBeEmpty();
            answer.Headers.ETag!.ToString().ShouldBe("W/\"1\"");
        }

        (await server.GetAsync($"{Create}/{id}", ("If-None-Match", "W/\"2\""))).ShouldBe(200);
        (await server.GetAsync($"{Create}/{id}", ("If-None-Match", "nonsense"))).ShouldBe(200);
    }

    [Theory]
    [BothDatabases]
    public async Task J5_numbers_come_back_to_the_digit(string provider)
    {
        await using var server = await ServerOn.StartAsync(provider, cluster);
        const string Weight = """ "extension":[{"url":"urn:weight","valueDecimal":5.00},{"url":"urn:small","valueDecimal":1.10e-3}],"language":"ja",""";

        var stored = (await server.PostAsync(Create, AuditC(more: Weight))).ShouldBe(201);

        var read = (await server.GetAsync($"{Create}/{stored.Id()}")).ShouldBe(200).Text;
        read.ShouldContain("\"valueDecimal\":5.00}");
        read.ShouldContain("\"valueDecimal\":1.10e-3}");
    }
}
