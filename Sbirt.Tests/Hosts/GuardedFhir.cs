using Xunit;

namespace Sbirt.Tests.Hosts;

/// <summary>The service in Trusted mode with an authorization server: client <c>app-a</c> of one tenant, <c>app-b</c> of another.</summary>
public sealed class GuardedFhir : IAsyncLifetime
{
    public const string AppA = "app-a";
    public const string AppB = "app-b";

    internal TrustedServer Server { get; private set; } = null!;

    internal AuthorizationServer Authorization { get; private set; } = null!;

    internal SigningKey KeyA { get; } = SigningKey.Es384("a-1");

    internal SigningKey KeyB { get; } = SigningKey.Rs384("b-1");

    public async ValueTask InitializeAsync()
    {
        var clock = new ClockByHand();
        Authorization = await AuthorizationServer.StartAsync(SigningKey.Es384("as-1"), clock);
        Authorization.Register(AppA, KeyA);
        Authorization.Register(AppB, KeyB);
        Server = await TrustedServer.StartAsync(
            null,
            null,
            clock,
            ("Sbirt:AccessTokenIssuers:0:Issuer", AuthorizationServer.Issuer),
            ("Sbirt:AccessTokenIssuers:0:JwksUrl", Authorization.Keys.ToString()),
            ("Sbirt:AccessTokenIssuers:0:TokenEndpoint", Authorization.TokenEndpoint.ToString()),
            ("Sbirt:Clients:0:ClientIds:0", AppA),
            ("Sbirt:Clients:1:ClientIds:0", AppB),
            ("Sbirt:Clients:1:Pack", "us"),
            ("Sbirt:Clients:1:Language", "en"));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Authorization.DisposeAsync();
    }

    /// <summary>Gets a token for these scopes as a client does, and calls with it.</summary>
    internal async Task<FhirAnswer> CallAsync(
        HttpMethod method, string path, string? json, string scope, string client = AppA, params (string Name, string Value)[] headers)
    {
        var token = await Authorization.TokenForAsync(client, client == AppA ? KeyA : KeyB, scope);
        return await CallWithAsync(token, method, path, json, headers);
    }

    internal Task<FhirAnswer> CallWithAsync(string token, HttpMethod method, string path, string? json, params (string Name, string Value)[] headers) =>
        Server.Running.SendAsync(method, path, json, [("Authorization", "Bearer " + token), .. headers]);
}
