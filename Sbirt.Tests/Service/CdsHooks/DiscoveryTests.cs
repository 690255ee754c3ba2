using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>What a record system learns before its first call.</summary>
public sealed class DiscoveryTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Fact]
    public async Task Each_hook_of_the_service_has_its_row_with_what_to_send_along()
    {
        var services = (await server.Running.GetAsync("/cds-services")).Json.GetProperty("services").EnumerateArray().ToList();

        HooksOf("sbirt-screening").ShouldBe(
            ["patient-view", "encounter-start", "encounter-discharge", "appointment-book", "problem-list-item-create"], ignoreOrder: true);
        HooksOf("sbirt-medicines").ShouldBe(["order-select", "order-sign", "medication-refill"], ignoreOrder: true);
        services.Count.ShouldBe(8);
        services.ShouldAllBe(row => row.GetProperty("title").GetString()!.Length > 0
            && row.GetProperty("description").GetString()!.Length > 0
            && row.GetProperty("usageRequirements").GetString()!.Length > 0);
        services.Count(row => row.TryGetProperty("version", out _)).ShouldBe(0);
        var prefetch = services[0].GetProperty("prefetch");
        prefetch.GetProperty("patient").GetString().ShouldBe("Patient/{{context.patientId}}");
        prefetch.EnumerateObject().ShouldAllBe(template => template.Value.GetString()!.Contains("{{context.patientId}}", StringComparison.Ordinal)
            && template.Value.GetString()!.Length < 4000);

        IEnumerable<string?> HooksOf(string id) =>
            services.Where(row => row.GetProperty("id").GetString() == id).Select(row => row.GetProperty("hook").GetString());
    }

    [Fact]
    public async Task It_speaks_the_language_that_is_asked_for()
    {
        var ja = await server.Running.GetAsync("/cds-services", ("Accept-Language", "ja"));
        var en = await server.Running.GetAsync("/cds-services", ("Accept-Language", "en"));

        ja.Json.GetProperty("services")[0].GetProperty("title").GetString().ShouldBe("お酒とお薬の困りごとに早く気づく");
        en.Json.GetProperty("services")[0].GetProperty("title").GetString().ShouldBe("Noticing trouble with alcohol or medicines early");
    }

    [Fact]
    public async Task Every_query_it_publishes_is_one_it_can_run_itself()
    {
        var services = (await server.Running.GetAsync("/cds-services")).Json.GetProperty("services").EnumerateArray();

        services.SelectMany(service => service.GetProperty("prefetch").EnumerateObject()).ShouldAllBe(template => Sbirt.FhirAdapter.Client.FhirQuery.Parse(
            template.Value.GetString()!.Replace("{{context.patientId}}", "p1", StringComparison.Ordinal)) != null);
    }
}
