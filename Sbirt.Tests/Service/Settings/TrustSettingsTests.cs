using Microsoft.Extensions.Configuration;
using Sbirt.Service.Settings;
using Sbirt.Tests.Conformance;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Settings;

/// <summary>O4: each wrong setting of a trusted client stops the start and is named.</summary>
public sealed class TrustSettingsTests
{
    private static readonly (string Key, string Value)[] Good =
    [
        ("Sbirt:Security:Mode", "Trusted"),
        ("Sbirt:PublicUrl", "https://sbirt.clinic.example"),
        ("Sbirt:AccessTokenIssuers:0:Issuer", "https://auth.example"),
        ("Sbirt:AccessTokenIssuers:0:JwksUrl", "https://auth.example/jwks"),
        ("Sbirt:AccessTokenIssuers:0:TokenEndpoint", "https://auth.example/token"),
        ("Sbirt:Clients:0:Id", "ehr"),
        ("Sbirt:Clients:0:Issuer", "https://ehr.example"),
        ("Sbirt:Clients:0:JwksUrl", "https://ehr.example/jwks"),
        ("Sbirt:Clients:0:Jku:0", "https://ehr.example/more"),
        ("Sbirt:Clients:0:Audiences:0", "agreed"),
        ("Sbirt:Clients:0:FhirServers:0", "https://ehr.example/fhir"),
        ("Sbirt:Clients:0:Pack", "jp-mhlw"),
        ("Sbirt:Clients:0:Language", "ja"),
        ("Sbirt:Clients:0:Extensions:0", "cds-hooks-3.0"),
        ("Sbirt:Clients:0:Origins:0", "https://ehr.example"),
        ("Sbirt:Clients:0:ClientIds:0", "app"),
    ];

    [Fact]
    public void O4_a_complete_client_is_accepted_in_production_with_limits_that_nobody_had_to_set()
    {
        var settings = Read(development: false);

        settings.Security.IsOpen.ShouldBeFalse();
        settings.Security.AllowedAlgorithms.ShouldBe(["ES384", "RS384"]);
        settings.Limits.RequestsPerSecond.ShouldBe(100);
        settings.Limits.ConcurrentRequests.ShouldBe(16);
    }

    [Fact]
    public void O4_open_mode_sets_no_limits() =>
        SettingsCheck.Read(new ConfigurationBuilder().Build(), true, ["http://127.0.0.1:1"]).Limits.RequestsPerSecond.ShouldBeNull();

    [Theory]
    [InlineData("Sbirt:PublicUrl", "")]
    [InlineData("Sbirt:PublicUrl", "http://sbirt.clinic.example")]
    [InlineData("Sbirt:PublicUrl", "sbirt.clinic.example")]
    [InlineData("Sbirt:Security:Algorithms:0", "none")]
    [InlineData("Sbirt:Security:Algorithms:0", "HS256")]
    [InlineData("Sbirt:Security:PrivateNetworks:0", "10.0.0.0/99")]
    [InlineData("Sbirt:Security:KeyMaxAgeMinutes", "0")]
    [InlineData("Sbirt:Clients:0:Id", "")]
    [InlineData("Sbirt:Clients:0:Id", "open")]
    [InlineData("Sbirt:Clients:0:Id", "stranger")]
    [InlineData("Sbirt:Clients:0:Id", "A clinic")]
    [InlineData("Sbirt:Clients:0:JwksUrl", "http://ehr.example/jwks")]
    [InlineData("Sbirt:Clients:0:JwksUrl", "http://127.0.0.1/jwks")]
    [InlineData("Sbirt:Clients:0:JwksUrl", "file:///etc/passwd")]
    [InlineData("Sbirt:Clients:0:JwksUrl", "https://user@ehr.example/jwks")]
    [InlineData("Sbirt:Clients:0:JwksFile", "/nowhere/keys.json")]
    [InlineData("Sbirt:Clients:0:Jku:0", "ehr.example/more")]
    [InlineData("Sbirt:Clients:0:Audiences:0", " ")]
    [InlineData("Sbirt:Clients:0:FhirServers:0", "http://ehr.example/fhir")]
    [InlineData("Sbirt:Clients:0:FhirServers:0", "https://ehr.example/fhir?x=1")]
    [InlineData("Sbirt:Clients:0:Language", "fr")]
    [InlineData("Sbirt:Clients:0:Extensions:0", "cds-hooks-4.0")]
    [InlineData("Sbirt:Clients:0:Origins:0", "*")]
    [InlineData("Sbirt:Clients:0:Origins:0", "null")]
    [InlineData("Sbirt:Clients:0:Origins:0", "https://*.ehr.example")]
    [InlineData("Sbirt:Clients:0:Origins:0", "https://ehr.example/")]
    [InlineData("Sbirt:Clients:0:Origins:0", "http://ehr.example")]
    [InlineData("Sbirt:Clients:0:AccessTokenIssuer", "https://other.example")]
    [InlineData("Sbirt:Clients:0:Secret", "x")]
    [InlineData("Sbirt:AccessTokenIssuers:0:TokenEndpoint", "http://auth.example/token")]
    [InlineData("Sbirt:AccessTokenIssuers:0:JwksUrl", "http://auth.example/jwks")]
    public void O4_a_wrong_setting_of_trust_is_named_with_its_fix(string key, string value)
    {
        var faults = Should.Throw<SettingsFaultException>(() => Read(false, (key, value))).Faults;

        faults.ShouldContain(fault => fault.Key == key, string.Join('\n', faults));
        faults.ShouldAllBe(fault => fault.Fix.Length > 0);
    }

    [Fact]
    public void O4_a_client_that_could_not_be_told_from_another_is_named()
    {
        Faults(("Sbirt:Clients:1:Id", "ehr"), ("Sbirt:Clients:1:Issuer", "https://x.example"), ("Sbirt:Clients:1:JwksUrl", "https://x.example/jwks"))
            .ShouldContain("Sbirt:Clients:1:Id");
        Faults(("Sbirt:Clients:1:Id", "b"), ("Sbirt:Clients:1:Issuer", "https://ehr.example"), ("Sbirt:Clients:1:JwksUrl", "https://ehr.example/jwks"), ("Sbirt:Clients:1:Jku:0", "https://ehr.example/more"))
            .ShouldBe(["Sbirt:Clients:1:Issuer"]);
        Faults(("Sbirt:Clients:1:Id", "b"), ("Sbirt:Clients:1:Issuer", "https://ehr.example"), ("Sbirt:Clients:1:Tenant", "t"), ("Sbirt:Clients:1:JwksUrl", "https://evil.example/jwks"))
            .ShouldBe(["Sbirt:Clients:1:JwksUrl"]);
        Faults(("Sbirt:Clients:1:Id", "b"), ("Sbirt:Clients:1:ClientIds:0", "app")).ShouldBe(["Sbirt:Clients:1:ClientIds:0"]);
        Faults(("Sbirt:Clients:1:Id", "b")).ShouldBe(["Sbirt:Clients:1:Issuer"]);
    }

    [Fact]
    [Rows(2, 168)]
    public void O4_plain_http_to_this_machine_is_for_development_only() =>
        Read(true, ("Sbirt:Clients:0:JwksUrl", "http://127.0.0.1:1/jwks"), ("Sbirt:PublicUrl", "")).Clients[0].JwksUrl.ShouldNotBeNull();

    [Fact]
    public async Task O4_a_pack_that_does_not_exist_is_named()
    {
        var faults = (await Should.ThrowAsync<SettingsFaultException>(() => SbirtServer.StartAsync([.. Good.Where(one => one.Key != "Sbirt:Clients:0:Pack"), ("Sbirt:Clients:0:Pack", "mars")]))).Faults;

        faults.ShouldHaveSingleItem().Key.ShouldBe("Sbirt:Clients:0:Pack");
    }

    [Fact]
    public void The_example_of_the_README_is_right()
    {
        var example = File.ReadAllText(Repository.PathOf("README.md")).Split("```json\n")[1].Split("```")[0];
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(example));

        var settings = SettingsCheck.Read(new ConfigurationBuilder().AddJsonStream(stream).Build(), false, ["http://127.0.0.1:5080"]);

        settings.Security.IsOpen.ShouldBeFalse();
        settings.Clients.ShouldHaveSingleItem().Id.ShouldBe("clinic-ehr");
    }

    private static IEnumerable<string> Faults(params (string Key, string Value)[] more) =>
        Should.Throw<SettingsFaultException>(() => Read(false, more)).Faults.Select(fault => fault.Key);

    private static SbirtSettings Read(bool development, params (string Key, string Value)[] more)
    {
        var all = Good.Concat(more).GroupBy(setting => setting.Key).ToDictionary(group => group.Key, group => (string?)group.Last().Value);
        return SettingsCheck.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), development, ["http://127.0.0.1:5080"]);
    }
}
