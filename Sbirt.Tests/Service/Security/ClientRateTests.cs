using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

public sealed class ClientRateTests
{
    [Fact]
    public async Task L3_one_client_over_its_rate_takes_nothing_from_another()
    {
        await using var server = await TrustedServer.StartAsync(null, null, null, ("Sbirt:Limits:RequestsPerSecond", "3"));

        var flood = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => server.CallAsync(server.Token().Signed)));
        var other = await server.CallAsync(server.OtherToken().Signed);

        flood.Count(answer => answer.Status == 429).ShouldBeGreaterThan(20);
        other.ShouldBeLetIn();
    }

    [Fact]
    public async Task L3_strangers_without_a_token_take_nothing_from_a_client()
    {
        await using var server = await TrustedServer.StartAsync(null, null, null, ("Sbirt:Limits:RequestsPerSecond", "3"));

        var flood = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? server.Running.GetAsync("/fhir/metadata")
            : server.CallAsync(server.Token().SignedWith(new byte[96]))));

        flood.Count(answer => answer.Status is 429 or 401).ShouldBeGreaterThan(20);
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
    }
}
