using Microsoft.Extensions.Configuration;
using Sbirt.Service.Settings;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Settings;

/// <summary>O4: a wrong setting stops the start, is named, and its value is never repeated.</summary>
public sealed class SettingsCheckTests
{
    private static readonly string[] Loopback = ["http://127.0.0.1:5080"];

    [Fact]
    public void O4_nothing_set_in_development_on_loopback_is_open() =>
        SettingsCheck.IsOpen(Read(development: true), development: true).ShouldBeTrue();

    [Fact]
    public void O4_production_without_trusted_issuers_names_the_missing_setting() =>
        Faults(development: false).ShouldHaveSingleItem().Key.ShouldBe("Sbirt:Clients:0:Issuer");

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.168.1.4:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://localhost.evil.example:5080")]
    public void O4_open_refuses_an_address_others_can_reach(string url) =>
        Should.Throw<SettingsFaultException>(() => SettingsCheck.Read(Configuration(), true, [url]))
            .Faults.ShouldHaveSingleItem().Key.ShouldBe("Sbirt:Security:Mode");

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("http://[::1]:1")]
    [InlineData("http://127.0.0.2:1")]
    public void Loopback_in_every_spelling_is_loopback(string url) => SettingsCheck.IsLoopback(url).ShouldBeTrue();

    [Theory]
    [InlineData("Sbirt:Limits:BodyBytes", "-1")]
    [InlineData("Sbirt:Limits:JsonDepth", "0")]
    [InlineData("Sbirt:Limits:RequestsPerSecond", "-5")]
    [InlineData("Sbirt:Limits:CallsInWork", "0")]
    [InlineData("Sbirt:Limits:CallsWaiting", "0")]
    [InlineData("Sbirt:Limits:BodyBytes", "marker-value")]
    [InlineData("Sbirt:Limits:BodyByte", "1")]
    [InlineData("Sbirt:Colour", "red")]
    [InlineData("Sbirt:Store:Provider", "oracle")]
    [InlineData("Sbirt:Security:Mode", "open")]
    [InlineData("Sbirt:PublicUrl", "sbirt.clinic.example")]
    [InlineData("Sbirt:Security:PrivateNetworks:0", "10.0.0.0/99")]
    public void O4_wrong_or_unknown_setting_is_named(string key, string value)
    {
        var fault = Faults(development: true, (key, value)).ShouldHaveSingleItem();
        fault.Key.ShouldBe(key);
        fault.ToString().ShouldNotContain("marker-value");
        fault.Fix.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void O4_open_outside_development_is_refused() =>
        Faults(development: false, ("Sbirt:Security:Mode", "Open")).ShouldHaveSingleItem().Key.ShouldBe("Sbirt:Security:Mode");

    [Fact]
    public void O4_postgres_without_connection_is_refused() =>
        Faults(development: true, ("Sbirt:Store:Provider", "postgres")).ShouldHaveSingleItem().Key.ShouldBe("Sbirt:Store:Connection");

    [Fact]
    public void O4_every_fault_is_listed() =>
        Faults(development: true, ("Sbirt:Limits:JsonDepth", "0"), ("Sbirt:Store:Provider", "x")).Count.ShouldBe(2);

    private static IReadOnlyList<SettingsFault> Faults(bool development, params (string Key, string Value)[] settings) =>
        Should.Throw<SettingsFaultException>(() => Read(development, settings)).Faults;

    private static SbirtSettings Read(bool development, params (string Key, string Value)[] settings) =>
        SettingsCheck.Read(Configuration(settings), development, Loopback);

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value))
            .Build();
}
