using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sbirt.Tests.Hosts;

/// <summary>
/// A SMART authorization server on a real Kestrel: client credentials with <c>private_key_jwt</c>, access tokens as
/// JWT (RFC 9068), its keys published.
/// </summary>
internal sealed class AuthorizationServer : IAsyncDisposable
{
    public const string Issuer = "https://auth.example/";

    private readonly WebApplication app;
    private readonly Dictionary<string, ECDsa> esClients = [];
    private readonly Dictionary<string, RSA> rsClients = [];
    private readonly TimeProvider clock;

    private AuthorizationServer(WebApplication app, SigningKey key, TimeProvider clock)
    {
        this.app = app;
        this.clock = clock;
        Key = key;
    }

    public SigningKey Key { get; }

    public Uri Keys => new(new Uri(app.Urls.First()), "/jwks");

    public Uri TokenEndpoint => new(new Uri(app.Urls.First()), "/token");

    /// <summary>Whom its tokens are made out to.</summary>
    public string Audience { get; set; } = TrustedServer.PublicUrl + "/fhir";

    public static async Task<AuthorizationServer> StartAsync(SigningKey key, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new AuthorizationServer(builder.Build(), key, clock);
        server.app.MapGet("/jwks", () => Results.Text(SigningKey.Set(key.PublicJwk())));
        server.app.MapPost("/token", server.GiveAsync);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Registers a client with its public key.</summary>
    public void Register(string clientId, SigningKey key)
    {
        if (key.Algorithm == "RS384")
        {
            rsClients[clientId] = RSA.Create();
            rsClients[clientId].ImportSubjectPublicKeyInfo(key.PublicBytes(), out _);
        }
        else
        {
            esClients[clientId] = ECDsa.Create();
            esClients[clientId].ImportSubjectPublicKeyInfo(key.PublicBytes(), out _);
        }
    }

    /// <summary>What a client does: signs an assertion, and gets an access token at the token endpoint.</summary>
    public async Task<string> TokenForAsync(string clientId, SigningKey key, string scope)
    {
        var assertion = new TokenDraft(key, clientId, TokenEndpoint.ToString(), clock.GetUtcNow())
            .With(draft => draft.Claims["sub"] = clientId);
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = scope,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion.Signed,
        });
        using var answer = await client.PostAsync(TokenEndpoint, form);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>An access token before it is signed, for what no honest server would sign.</summary>
    public TokenDraft Draft(string clientId, string scope) => new TokenDraft(Key, Issuer, Audience, clock.GetUtcNow()).With(draft =>
    {
        draft.Header["typ"] = "at+jwt";
        draft.Claims["sub"] = clientId;
        draft.Claims["client_id"] = clientId;
        draft.Claims["scope"] = scope;
        draft.Claims["exp"] = clock.GetUtcNow().ToUnixTimeSeconds() + 3600;
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> GiveAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var assertion = form["client_assertion"].ToString();
        return form["grant_type"] == "client_credentials" && ClientOf(assertion) is { } clientId
            ? Results.Json(new JsonObject
            {
                ["access_token"] = Draft(clientId, form["scope"].ToString()).Signed,
                ["token_type"] = "bearer",
                ["expires_in"] = 300,
                ["scope"] = form["scope"].ToString(),
            })
            : Results.Json(new JsonObject { ["error"] = "invalid_client" }, statusCode: 400);
    }

    private string? ClientOf(string assertion)
    {
        var parts = assertion.Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        var clientId = claims.GetProperty("iss").GetString()!;
        var text = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        var signature = Base64Url.DecodeFromChars(parts[2]);
        var isSigned = (esClients.TryGetValue(clientId, out var curve) && curve.VerifyData(text, signature, HashAlgorithmName.SHA384))
            || (rsClients.TryGetValue(clientId, out var rsa) && rsa.VerifyData(text, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1));
        return isSigned && claims.GetProperty("sub").GetString() == clientId && claims.GetProperty("aud").GetString() == TokenEndpoint.ToString()
            ? clientId
            : null;
    }
}
