using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

/// <summary>The built program in Trusted mode, as an operator starts it.</summary>
public sealed class TrustedModeTests
{
    private const string Mark = "ZqMark";
    private const string PublicUrl = "https://sbirt.clinic.example";
    private const string Issuer = "https://ehr.example/";

    [Fact]
    public async Task Production_with_a_trusted_client_starts_and_lets_that_client_in()
    {
        using var folder = new WorkFolder();
        var key = SigningKey.Rs384("k1");
        await using var service = await StartAsync(folder, key, ("ASPNETCORE_ENVIRONMENT", "Production"));

        service.Output.ShouldContain("trusted clients only (1 configured)");
        service.Output.ShouldNotContain("no token is needed");
        (await CallAsync(service, Token(key).Signed)).ShouldNotBe(401);
        (await CallAsync(service, Token(SigningKey.Rs384("k1")).Signed)).ShouldBe(401);
    }

    [Fact]
    public async Task P1_nothing_of_a_token_is_in_a_log_line()
    {
        using var folder = new WorkFolder();
        var key = SigningKey.Es384("k1");
        await using var service = await StartAsync(folder, key, ("Logging__LogLevel__Default", "Trace"));
        var good = Token(key).With(token => token.Claims["sub"] = Mark).With(token => token.Claims["jti"] = Mark);
        string[] tokens =
        [
            good.Signed, good.Signed, good.SignedWith(new byte[96]), Mark,
            .. new[] { "kid", "jku", "typ", "alg" }.Select(name => Token(key).With(token => token.Header[name] = Mark).Signed),
            .. new[] { "iss", "aud", "exp", "tenant", "jti" }.Select(name => Token(key).With(token => token.Claims[name] = Mark).Signed),
        ];

        foreach (var token in tokens)
        {
            await CallAsync(service, token);
            using var query = await service.Client.GetAsync(new Uri($"/fhir/Questionnaire?access_token={Mark}&token={token}", UriKind.Relative));
            ((int)query.StatusCode).ShouldBe(401);
        }

        service.Output.ShouldContain("was refused: its token was not accepted (Replayed)");
        service.Output.ShouldNotContain(Mark, Case.Insensitive);
        foreach (var token in tokens.Skip(1))
        {
            service.Output.ShouldNotContain(token[..Math.Min(20, token.Length)]);
        }
    }

    private static TokenDraft Token(SigningKey key) => new(key, Issuer, PublicUrl + "/cds-services", DateTimeOffset.UtcNow);

    private static async Task<int> CallAsync(ServiceProcess service, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Client.BaseAddress!, "/cds-services"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var answer = await service.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static Task<ServiceProcess> StartAsync(WorkFolder folder, SigningKey key, params (string Key, string Value)[] more) =>
        ServiceProcess.StartAsync(null,
        [
            ("Sbirt__Security__Mode", "Trusted"),
            ("Sbirt__PublicUrl", PublicUrl),
            ("Sbirt__Clients__0__Id", "ehr"),
            ("Sbirt__Clients__0__Issuer", Issuer),
            ("Sbirt__Clients__0__JwksFile", folder.Write("keys.json", SigningKey.Set(key.PublicJwk()))),
            .. more,
        ]);
}
