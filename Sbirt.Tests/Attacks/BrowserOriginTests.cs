using Sbirt.Tests.Conformance;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.TrustedServer;

namespace Sbirt.Tests.Attacks;

/// <summary>Which pages of other origins a browser lets call CDS Hooks (CORS).</summary>
public sealed class BrowserOriginTests
{
    private const string Page = "https://ehr.example";

    [Theory]
    [Rows(208)]
    [InlineData(Discovery)]
    [InlineData("/cds-services/sbirt-screening")]
    [InlineData("/cds-services/sbirt-screening/feedback")]
    public async Task S8_a_configured_page_is_told_that_it_may_call_without_cookies(string path)
    {
        await using var server = await StartAsync();

        var preflight = await PreflightAsync(server, path, Page);

        preflight.Status.ShouldBe(204);
        One(preflight, "Access-Control-Allow-Origin").ShouldBe(Page);
        One(preflight, "Access-Control-Allow-Headers").ShouldContain("Authorization");
        One(preflight, "Access-Control-Allow-Methods").ShouldContain("POST");
        preflight.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();

        var call = await server.Running.PostAsync(path, "{}", ("Origin", Page), ("Authorization", "Bearer " + server.Token(path).Signed));
        One(call, "Access-Control-Allow-Origin").ShouldBe(Page);
        call.Headers.Vary.ShouldContain("Origin");
        var refused = await server.Running.PostAsync(path, "{}", ("Origin", Page));
        refused.Status.ShouldBe(401);
        One(refused, "Access-Control-Allow-Origin").ShouldBe(Page);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("https://ehr.example.evil.example")]
    [InlineData("https://evilehr.example")]
    [InlineData("http://ehr.example")]
    [InlineData("https://ehr.example:8443")]
    [InlineData("*")]
    public async Task S8_any_other_page_is_told_nothing(string origin)
    {
        await using var server = await StartAsync();

        (await PreflightAsync(server, Called, origin)).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        var call = await server.Running.PostAsync(Called, "{}", ("Origin", origin), ("Authorization", "Bearer " + server.Token().Signed));
        call.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/fhir/QuestionnaireResponse")]
    [InlineData("/health/ready")]
    [InlineData("/")]
    public async Task S8_no_page_is_told_anything_of_other_addresses(string path)
    {
        await using var server = await StartAsync();

        (await PreflightAsync(server, path, Page)).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    private static Task<TrustedServer> StartAsync() => TrustedServer.StartAsync(null, null, null, ("Sbirt:Clients:0:Origins:0", Page));

    private static Task<FhirAnswer> PreflightAsync(TrustedServer server, string path, string origin) => server.Running.SendAsync(
        HttpMethod.Options,
        path,
        null,
        ("Origin", origin),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "authorization,content-type"));

    private static string One(FhirAnswer answer, string header) => answer.Headers.GetValues(header).ShouldHaveSingleItem();
}
