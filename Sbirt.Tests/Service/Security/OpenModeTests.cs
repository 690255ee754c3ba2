using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

public sealed class OpenModeTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5080")]
    public async Task A_name_pointed_at_this_machine_from_outside_is_not_answered(string host)
    {
        var answer = await server.Running.GetAsync("/fhir/metadata", ("Host", host));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_public_address_in_the_settings_does_not_open_that_door()
    {
        await using var own = await SbirtServer.StartAsync(("Sbirt:PublicUrl", "https://sbirt.clinic.example"));

        (await own.GetAsync("/fhir/metadata", ("Host", "evil.example"))).Status.ShouldBe(400);
        (await own.GetAsync("/fhir/metadata")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    public async Task The_names_of_this_machine_are_answered(string host) =>
        (await server.Running.GetAsync("/fhir/metadata", ("Host", host))).Status.ShouldBe(200);
}
