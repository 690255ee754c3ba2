using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Sbirt.Tests.Hosts;

/// <summary>A token before it is signed; a test changes what it is about.</summary>
internal sealed class TokenDraft
{
    public TokenDraft(SigningKey key, string issuer, JsonNode audience, DateTimeOffset now)
    {
        Key = key;
        Header = new JsonObject { ["alg"] = key.Algorithm, ["kid"] = key.Id, ["typ"] = "JWT" };
        Claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + 240,
            ["jti"] = Guid.NewGuid().ToString(),
        };
    }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public SigningKey Key { get; set; }

    public TokenDraft With(Action<TokenDraft> change)
    {
        change(this);
        return this;
    }

    /// <summary>Header and claims, without signature.</summary>
    public string Unsigned => Part(Header.ToJsonString()) + "." + Part(Claims.ToJsonString());

    public string Signed => SignedWith(Key.Sign(Unsigned));

    public string SignedWith(byte[] signature) => Unsigned + "." + Base64Url.EncodeToString(signature);

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
