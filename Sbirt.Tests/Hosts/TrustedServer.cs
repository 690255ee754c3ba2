using System.Text.Json.Nodes;

namespace Sbirt.Tests.Hosts;

/// <summary>The service in Trusted mode with two record systems, each with its issuer, keys and address of keys.</summary>
internal sealed class TrustedServer : IAsyncDisposable
{
    public const string PublicUrl = "https://cds.example.org";
    public const string Called = "/cds-services/some-service";
    public const string Discovery = "/cds-services";
    public const string Issuer = "https://ehr.example/issuer";
    public const string OtherIssuer = "https://other.example/";

    private readonly bool folderIsOurs;

    private TrustedServer(SbirtServer running, KeyServer keys, KeyServer otherKeys, SigningKey key, SigningKey otherKey, ClockByHand clock, bool folderIsOurs)
    {
        Running = running;
        Keys = keys;
        OtherKeys = otherKeys;
        Key = key;
        OtherKey = otherKey;
        Clock = clock;
        this.folderIsOurs = folderIsOurs;
    }

    public SbirtServer Running { get; }

    public KeyServer Keys { get; }

    public KeyServer OtherKeys { get; }

    public SigningKey Key { get; }

    public SigningKey OtherKey { get; }

    public ClockByHand Clock { get; }

    public static async Task<TrustedServer> StartAsync(string? folder = null, SigningKey? key = null, ClockByHand? clock = null, params (string Key, string Value)[] more)
    {
        key ??= SigningKey.Es384("ehr-1");
        clock ??= new ClockByHand();
        var otherKey = SigningKey.Rs384("other-1");
        var keys = await KeyServer.StartAsync(key);
        var otherKeys = await KeyServer.StartAsync(otherKey);
        (string Key, string Value)[] settings =
        [
            ("Logging:LogLevel:Sbirt.Service.Security", "Error"),
            ("Sbirt:Security:Mode", "Trusted"),
            ("Sbirt:PublicUrl", PublicUrl),
            ("Sbirt:Limits:RequestsPerSecond", "100000"),
            ("Sbirt:Limits:ConcurrentRequests", "1000"),
            ("Sbirt:Clients:0:Id", "ehr"),
            ("Sbirt:Clients:0:Issuer", Issuer),
            ("Sbirt:Clients:0:JwksUrl", keys.Address.ToString()),
            ("Sbirt:Clients:1:Id", "other"),
            ("Sbirt:Clients:1:Issuer", OtherIssuer),
            ("Sbirt:Clients:1:Tenant", "tenant-b"),
            ("Sbirt:Clients:1:JwksUrl", otherKeys.Address.ToString()),
            ("Sbirt:Clients:1:Audiences:0", "agreed-audience"),
        ];
        var all = settings.Concat(more).GroupBy(setting => setting.Key).Select(group => group.Last());
        var running = await SbirtServer.StartInAsync(
            folder ?? Directory.CreateTempSubdirectory("sbirt-test-").FullName, clock, "Development", all);
        return new TrustedServer(running, keys, otherKeys, key, otherKey, clock, folder is null);
    }

    /// <summary>A good token of the first record system for one call.</summary>
    public TokenDraft Token(string path = Called) => new(Key, Issuer, PublicUrl + path, Clock.GetUtcNow());

    /// <summary>A good token of the second.</summary>
    public TokenDraft OtherToken(JsonNode? audience = null) =>
        new TokenDraft(OtherKey, OtherIssuer, audience ?? PublicUrl + Called, Clock.GetUtcNow())
            .With(token => token.Claims["tenant"] = "tenant-b");

    /// <summary>Calls a service with a token; 401 is a refusal, anything else was let in.</summary>
    public Task<FhirAnswer> CallAsync(string token, string path = Called) =>
        Running.PostAsync(path, "{}", ("Authorization", "Bearer " + token));

    public async ValueTask DisposeAsync()
    {
        await (folderIsOurs ? Running.DisposeAsync() : new ValueTask(Running.StopAsync()));
        await Keys.DisposeAsync();
        await OtherKeys.DisposeAsync();
    }
}
