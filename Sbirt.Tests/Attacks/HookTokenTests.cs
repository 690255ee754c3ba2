using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sbirt.Tests.Conformance;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.TrustedServer;

namespace Sbirt.Tests.Attacks;

/// <summary>Tokens of CDS Hooks calls that were made, changed or aimed by somebody who may not call.</summary>
public sealed class HookTokenTests(TrustedServerFixture fixture) : IClassFixture<TrustedServerFixture>
{
    private readonly TrustedServer server = fixture.Server;

    [Theory]
    [Rows(176)]
    [InlineData(Called)]
    [InlineData(Discovery)]
    public async Task T12_a_good_token_is_let_in_at_the_address_it_is_made_out_to(string path) =>
        (await server.CallAsync(server.Token(path).Signed, path)).ShouldBeLetIn();

    [Theory]
    [Rows(177)]
    [InlineData(Discovery)]
    [InlineData(Called)]
    [InlineData(Called + "/feedback")]
    [InlineData("/CDS-Services")]
    [InlineData("/cds-services/")]
    public async Task T22_no_token_at_all_is_refused_everywhere_below_cds_services(string path)
    {
        (await server.Running.GetAsync(path)).ShouldBeRefused();
        (await server.Running.PostAsync(path, "{}")).ShouldBeRefused();
    }

    [Theory]
    [Rows(201)]
    [InlineData("none")]
    [InlineData("NONE")]
    [InlineData("nOnE")]
    public async Task T1_a_token_without_signature_is_refused(string algorithm)
    {
        var token = server.Token().With(draft => draft.Header["alg"] = algorithm);

        (await server.CallAsync(token.Unsigned + ".")).ShouldBeRefused();
        (await server.CallAsync(token.Unsigned)).ShouldBeRefused();
        (await server.CallAsync(token.Signed)).ShouldBeRefused();
    }

    [Theory]
    [Rows(203)]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public async Task T2_a_public_key_used_as_a_shared_secret_is_refused(string algorithm)
    {
        var token = server.Token().With(draft => draft.Header["alg"] = algorithm);
        var text = Encoding.ASCII.GetBytes(token.Unsigned);
        foreach (var secret in (byte[][])[server.Key.PublicBytes(), Encoding.UTF8.GetBytes(server.Key.PublicJwk()), []])
        {
            byte[] signature = algorithm switch
            {
                "HS256" => HMACSHA256.HashData(secret, text),
                "HS384" => HMACSHA384.HashData(secret, text),
                _ => HMACSHA512.HashData(secret, text),
            };
            (await server.CallAsync(token.SignedWith(signature))).ShouldBeRefused();
        }
    }

    [Fact]
    public async Task T3_a_key_of_another_kind_than_the_algorithm_is_refused()
    {
        (await server.CallAsync(server.Token().With(draft => draft.Header["alg"] = "RS384").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().With(draft => draft.Header["alg"] = "ES384").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Header["alg"] = "ES256").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().With(draft => draft.Header["alg"] = "PS384").Signed)).ShouldBeRefused();
    }

    [Fact]
    [Rows(205, 206)]
    public async Task T3_algorithms_are_those_that_the_operator_allows()
    {
        var key = SigningKey.Es256("ehr-1");
        await using var own = await StartAsync(null, key, null, ("Sbirt:Security:Algorithms:0", "ES256"));

        (await own.CallAsync(own.Token().Signed)).ShouldBeLetIn();
        (await own.CallAsync(own.OtherToken().Signed)).ShouldBeRefused();
    }

    [Fact]
    public async Task T3_a_shorter_curve_under_a_longer_algorithm_is_refused()
    {
        var shorter = SigningKey.Es256("short");
        await using var own = await StartAsync();
        own.Keys.Publish(shorter);

        (await own.CallAsync(own.Token().With(draft =>
        {
            draft.Key = shorter;
            draft.Header["kid"] = "short";
        }).Signed)).ShouldBeRefused();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ehr-1' OR '1'='1")]
    [InlineData("ehr-1\0")]
    [InlineData("ehr-1\n")]
    [InlineData(" ehr-1")]
    [InlineData("")]
    public async Task T4_a_key_id_that_is_a_path_a_statement_or_broken_is_refused(string kid) =>
        (await server.CallAsync(server.Token().With(draft => draft.Header["kid"] = kid).Signed)).ShouldBeRefused();

    [Fact]
    public async Task T4_a_key_id_without_end_is_refused() =>
        (await server.CallAsync(server.Token().With(draft => draft.Header["kid"] = new string('a', 1_000)).Signed)).ShouldBeRefused();

    [Fact]
    public async Task T8_a_key_that_the_token_brings_along_is_never_used()
    {
        var evil = SigningKey.Es384("ehr-1");
        var token = server.Token().With(draft =>
        {
            draft.Key = evil;
            draft.Header["jwk"] = JsonNode.Parse(evil.PublicJwk());
            draft.Header["x5u"] = "https://evil.example/key";
            draft.Header["x5c"] = new JsonArray(Convert.ToBase64String(evil.PublicBytes()));
        });

        (await server.CallAsync(token.Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Header["jwk"] = JsonNode.Parse(evil.PublicJwk())).Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T9_an_extension_that_the_token_calls_critical_is_refused()
    {
        (await server.CallAsync(server.Token().With(draft => draft.Header["crit"] = new JsonArray("exp")).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Header["crit"] = new JsonArray()).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Header["b64"] = false).Signed)).ShouldBeRefused();
    }

    [Fact]
    public async Task T10_a_token_made_out_to_another_address_is_refused()
    {
        string[] others = [PublicUrl + Discovery, PublicUrl + Called + "/", PublicUrl + "/cds-services/other", "https://evil.example" + Called, PublicUrl, ""];
        foreach (var audience in others)
        {
            (await server.CallAsync(server.Token().With(draft => draft.Claims["aud"] = audience).Signed)).ShouldBeRefused();
        }

        (await server.CallAsync(server.Token().With(draft => draft.Claims.Remove("aud")).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["aud"] = new JsonArray()).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["aud"] = new JsonArray(PublicUrl + Called, 1)).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["aud"] = "agreed-audience").Signed)).ShouldBeRefused();
    }

    [Fact]
    public async Task T10_our_address_among_others_and_an_agreed_audience_are_accepted()
    {
        (await server.CallAsync(server.Token().With(draft => draft.Claims["aud"] = new JsonArray("https://x.example", PublicUrl + Called)).Signed)).ShouldBeLetIn();
        (await server.CallAsync(server.OtherToken("agreed-audience").Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T10_the_host_header_does_not_say_who_we_are()
    {
        var token = server.Token().With(draft => draft.Claims["aud"] = "https://evil.example" + Called).Signed;

        (await server.Running.PostAsync(Called, "{}", ("Authorization", "Bearer " + token), ("Host", "evil.example"))).ShouldBeRefused();
    }

    [Theory]
    [InlineData("exp", -61)]
    [InlineData("exp", 301)]
    [InlineData("exp", -1_000_000)]
    [InlineData("iat", 61)]
    [InlineData("iat", -100)]
    [InlineData("nbf", 61)]
    public async Task T11_a_token_outside_its_time_is_refused(string claim, int seconds)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds();
        var token = server.Token().With(draft =>
        {
            if (claim == "exp" && seconds < 0)
            {
                draft.Claims["iat"] = now + seconds - 200;
            }

            draft.Claims[claim] = now + seconds;
        });

        (await server.CallAsync(token.Signed)).ShouldBeRefused();
    }

    [Theory]
    [InlineData("exp", "\"1775034240\"")]
    [InlineData("exp", "1e30")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "0")]
    [InlineData("exp", "null")]
    [InlineData("exp", "true")]
    [InlineData("iat", "\"x\"")]
    [InlineData("iat", "null")]
    [InlineData("nbf", "[]")]
    public async Task T11_a_moment_that_is_no_moment_is_refused(string claim, string json) =>
        (await server.CallAsync(server.Token().With(draft => draft.Claims[claim] = JsonNode.Parse(json)).Signed)).ShouldBeRefused();

    [Theory]
    [InlineData("exp")]
    [InlineData("iat")]
    [InlineData("iss")]
    public async Task T11_a_token_that_lacks_a_required_claim_is_refused(string claim) =>
        (await server.CallAsync(server.Token().With(draft => draft.Claims.Remove(claim)).Signed)).ShouldBeRefused();

    [Fact]
    public async Task T12_clocks_a_little_apart_are_forgiven()
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds();

        (await server.CallAsync(server.Token().With(draft =>
        {
            draft.Claims["iat"] = now - 200;
            draft.Claims["exp"] = now - 30;
        }).Signed)).ShouldBeLetIn();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["iat"] = now + 30).Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T21_signatures_that_only_look_like_one_are_refused()
    {
        var token = server.Token();
        var good = server.Key.Sign(token.Unsigned);
        byte[][] bad =
        [
            new byte[96], [], [1], server.Key.Sign(token.Unsigned, asDer: true), [.. good, 0], good[..95], [.. new byte[48], .. good[48..]],
            [.. good[..^1], (byte)(good[^1] ^ 1)], NegatedS(good),
        ];
        foreach (var signature in bad)
        {
            (await server.CallAsync(token.SignedWith(signature))).ShouldBeRefused();
        }

        (await server.CallAsync(token.SignedWith(good) + "=")).ShouldBeRefused();
        (await server.CallAsync(token.SignedWith(good) + " x")).ShouldBeRefused();
        (await server.CallAsync(token.SignedWith(good) + ".")).ShouldBeRefused();
        (await server.CallAsync(token.SignedWith(good))).ShouldBeLetIn();
    }

    [Fact]
    public async Task T21_a_signature_over_another_content_is_refused()
    {
        var signature = server.Key.Sign(server.Token().Unsigned);

        (await server.CallAsync(server.Token().SignedWith(signature))).ShouldBeRefused();
    }

    [Fact]
    public async Task T22_two_authorization_headers_are_refused()
    {
        var (first, second) = (server.Token().Signed, server.Token().Signed);
        var head = $"POST {Called} HTTP/1.1\nHost: x\nContent-Length: 0\nConnection: close\nAuthorization: Bearer {first}\nAuthorization: Bearer {second}\n\n";

        (await RawHttp.SendAsync(server.Running.Address, head, closeSending: false, patienceSeconds: 20)).ShouldStartWith("HTTP/1.1 401");
        (await server.CallAsync(first + ", Bearer " + second)).ShouldBeRefused();
        (await server.Running.PostAsync(Called, "{}", ("Authorization", "Basic " + first))).ShouldBeRefused();
        (await server.Running.PostAsync(Called, "{}", ("Authorization", first))).ShouldBeRefused();
    }

    [Fact]
    public async Task T22_a_token_in_the_query_or_the_body_is_never_accepted()
    {
        var token = server.Token().Signed;

        (await server.Running.PostAsync($"{Called}?access_token={token}", $"access_token={token}")).ShouldBeRefused();
        (await server.CallAsync(token)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T22_a_token_over_8_KiB_is_refused()
    {
        (await server.CallAsync(server.Token().With(draft => draft.Claims["more"] = new string('a', 8 * 1024)).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["more"] = new string('a', 15 * 1024)).Signed)).Status.ShouldBe(431);
    }

    [Fact]
    public async Task T22_an_encrypted_token_is_refused_before_anybody_unpacks_it()
    {
        var header = TokenDraft.Part("""{"alg":"dir","enc":"A256GCM","zip":"DEF","kid":"ehr-1","typ":"JWT"}""");

        (await server.CallAsync($"{header}..AAAA.AAAA.AAAA")).ShouldBeRefused();
        (await server.CallAsync(server.Token().Signed + ".AAAA.AAAA")).ShouldBeRefused();
    }

    [Theory]
    [Rows(195)]
    [InlineData(Issuer + "/")]
    [InlineData("https://ehr.example/Issuer")]
    [InlineData("https://EHR.example/issuer")]
    [InlineData("http://ehr.example/issuer")]
    [InlineData(" https://ehr.example/issuer")]
    [InlineData(OtherIssuer)]
    [InlineData("")]
    public async Task T23_an_issuer_that_differs_by_a_letter_is_refused(string issuer) =>
        (await server.CallAsync(server.Token().With(draft => draft.Claims["iss"] = issuer).Signed)).ShouldBeRefused();

    [Fact]
    public async Task T23_a_name_twice_in_header_or_claims_is_refused()
    {
        var token = server.Token();
        var twice = TokenDraft.Part(token.Claims.ToJsonString().Replace("{", $$"""{"iss":"https://evil.example",""", StringComparison.Ordinal));
        var unsigned = TokenDraft.Part(token.Header.ToJsonString()) + "." + twice;

        (await server.CallAsync(unsigned + "." + System.Buffers.Text.Base64Url.EncodeToString(server.Key.Sign(unsigned)))).ShouldBeRefused();
    }

    [Fact]
    public async Task T24_the_tenant_of_another_client_is_refused()
    {
        (await server.CallAsync(server.Token().With(draft => draft.Claims["tenant"] = "tenant-b").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().With(draft => draft.Claims["tenant"] = "tenant-c").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().With(draft => draft.Claims.Remove("tenant")).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T24_a_key_of_one_issuer_verifies_nothing_of_another() =>
        (await server.CallAsync(server.OtherToken().With(draft =>
        {
            draft.Key = server.Key;
            draft.Header["alg"] = "ES384";
            draft.Header["kid"] = server.Key.Id;
        }).Signed)).ShouldBeRefused();

    [Fact]
    public async Task T16_a_token_without_a_usable_id_is_refused()
    {
        (await server.CallAsync(server.Token().With(draft => draft.Claims.Remove("jti")).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["jti"] = "").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["jti"] = 5).Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["jti"] = new string('a', 5_000)).Signed)).ShouldBeRefused();
    }

    /// <summary>The other root of the same equation: r and n - s with a bit changed, so that it is no valid twin.</summary>
    private static byte[] NegatedS(byte[] signature) => [.. signature[..48], .. signature[48..].Select(b => (byte)~b)];
}
