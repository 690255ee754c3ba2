using System.Net;
using Sbirt.Service.Security.Keys;
using Sbirt.Tests.Conformance;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Attacks;

/// <summary>Addresses of keys that lead elsewhere, and issuers whose keys change, break or never come.</summary>
public sealed class KeyAddressTests
{
    [Theory]
    [Rows(195, 199)]
    [InlineData("http://127.0.0.1:1/jwks")]
    [InlineData("https://evil.example/jwks")]
    [InlineData("{0}/")]
    [InlineData("{0}?x=1")]
    [InlineData("{0}#x")]
    [InlineData("http://good@127.0.0.1:{1}/jwks")]
    [InlineData("http://127.0.0.1.:{1}/jwks")]
    [InlineData("http://127.0.0.1.evil.example:{1}/jwks")]
    [InlineData("http://localhost:{1}/jwks")]
    [InlineData("HTTP://127.0.0.1:{1}/jwks")]
    [InlineData("http://127.0.0.1:{1}/JWKS")]
    [InlineData("http://127.0.0.１:{1}/jwks")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task T5_an_address_of_keys_that_was_not_agreed_is_refused_and_nobody_is_asked(string jku)
    {
        await using var server = await TrustedServer.StartAsync();
        var address = server.Keys.Address;
        var named = string.Format(System.Globalization.CultureInfo.InvariantCulture, jku, address, address.Port);

        (await server.CallAsync(server.Token().With(draft => draft.Header["jku"] = named).Signed)).ShouldBeRefused();

        server.Keys.Asked.ShouldBe(0);
        server.OtherKeys.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task T5_the_address_of_another_client_is_not_this_clients()
    {
        await using var server = await TrustedServer.StartAsync();

        (await server.CallAsync(server.Token().With(draft => draft.Header["jku"] = server.OtherKeys.Address.ToString()).Signed)).ShouldBeRefused();
        server.OtherKeys.Asked.ShouldBe(0);

        (await server.CallAsync(server.Token().With(draft => draft.Header["jku"] = server.Keys.Address.ToString()).Signed)).ShouldBeLetIn();
        server.Keys.Asked.ShouldBe(1);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task T6_a_redirect_of_an_agreed_address_is_not_followed(int status)
    {
        await using var server = await TrustedServer.StartAsync();
        server.Keys.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = server.OtherKeys.Address.ToString();
            return Task.CompletedTask;
        };
        server.OtherKeys.Publish(server.Key);

        (await server.CallAsync(server.Token().Signed)).ShouldBeRefused();

        server.Keys.Asked.ShouldBe(1);
        server.OtherKeys.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void T7_addresses_of_this_machine_and_of_private_networks_are_not_connected_to(string address) =>
        new GuardedConnections([]).IsAllowed(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("2606:4700::1111")]
    public void T7_public_addresses_are(string address) =>
        new GuardedConnections([]).IsAllowed(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public void T7_a_private_network_that_the_operator_permits_is_connected_to_and_no_other()
    {
        var connections = new GuardedConnections([IPNetwork.Parse("10.1.0.0/16")]);

        connections.IsAllowed(IPAddress.Parse("10.1.2.3")).ShouldBeTrue();
        connections.IsAllowed(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBeTrue();
        connections.IsAllowed(IPAddress.Parse("10.2.2.3")).ShouldBeFalse();
    }

    [Fact]
    public async Task T7_a_name_that_leads_to_this_machine_when_it_is_connected_to_is_refused()
    {
        await using var keys = await KeyServer.StartAsync(SigningKey.Es384("a"));
        var meanings = new Queue<IPAddress[]>([[IPAddress.Loopback], [IPAddress.Parse("8.8.8.8")]]);
        using var address = new KeyAddress(
            new Uri($"http://keys.example:{keys.Address.Port}/jwks"),
            new GuardedConnections([], (_, _) => Task.FromResult(meanings.Dequeue())));

        var refused = await Should.ThrowAsync<KeysUnreadableException>(address.ReadAsync);

        refused.Failure.ShouldBe(KeyFailure.ForbiddenAddress);
        keys.Asked.ShouldBe(0);
        meanings.Count.ShouldBe(1, "a name is looked up once for each connection, and not again for a retry");
    }

    [Fact]
    public async Task T7_the_name_of_this_machine_is_refused_and_a_closed_door_is_told_apart()
    {
        await using var keys = await KeyServer.StartAsync(SigningKey.Es384("a"));
        using var unpermitted = new KeyAddress(new Uri($"http://localhost:{keys.Address.Port}/jwks"), new GuardedConnections([]));
        using var permitted = new KeyAddress(keys.Address, new GuardedConnections([IPNetwork.Parse("127.0.0.0/8")]));

        (await Should.ThrowAsync<KeysUnreadableException>(unpermitted.ReadAsync)).Failure.ShouldBe(KeyFailure.ForbiddenAddress);
        keys.Asked.ShouldBe(0);
        (await permitted.ReadAsync()).Keys.ShouldBe(["a"]);
        using var closed = new KeyAddress(new Uri("http://127.0.0.1:1/jwks"), new GuardedConnections([IPNetwork.Parse("127.0.0.0/8")]));
        (await Should.ThrowAsync<KeysUnreadableException>(closed.ReadAsync)).Failure.ShouldBe(KeyFailure.Unreachable);
    }

    [Fact]
    public async Task T17_a_flood_of_unknown_key_ids_asks_the_issuer_once_and_disturbs_nobody()
    {
        await using var server = await TrustedServer.StartAsync();
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        server.Clock.Advance(KeySet.Pause);
        var token = server.Token();

        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var unsigned = TokenDraft.Part($$"""{"alg":"ES384","typ":"JWT","kid":"k{{i}}"}""") + "." + token.Unsigned.Split('.')[1];
            (await server.CallAsync(unsigned + ".AAAA")).Status.ShouldBe(401);
            if (i % 1_000 == 0)
            {
                (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
            }
        });

        server.Keys.Asked.ShouldBe(2);
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T18_a_key_that_the_issuer_has_just_changed_is_found_inside_the_same_call()
    {
        await using var server = await TrustedServer.StartAsync();
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        var changed = SigningKey.Rs384("ehr-2");
        server.Keys.Publish(changed);
        server.Clock.Advance(KeySet.Pause);

        (await server.CallAsync(New().Signed)).ShouldBeLetIn();
        (await server.CallAsync(New().Signed)).ShouldBeLetIn();
        server.Keys.Asked.ShouldBe(2);
        (await server.CallAsync(server.Token().Signed)).ShouldBeRefused();

        TokenDraft New() => new(changed, TrustedServer.Issuer, TrustedServer.PublicUrl + TrustedServer.Called, server.Clock.GetUtcNow());
    }

    public static TheoryData<string, string> BrokenSets => new()
    {
        { "5 MB", $$"""{"keys":[],"more":"{{new string('a', 5_000_000)}}"}""" },
        { "10,000 keys", SigningKey.Set([.. Enumerable.Repeat("{}", 10_000)]) },
        { "21 keys", SigningKey.Set([.. Enumerable.Repeat("{}", 21)]) },
        { "not JSON", "<html>200</html>" },
        { "no set", """{"key":[]}""" },
        { "array", "[]" },
        { "null", "null" },
        { "keys twice", """{"keys":[],"keys":[]}""" },
        { "same id twice", SigningKey.Set(SigningKey.Es384("x").PublicJwk(), SigningKey.Rs384("x").PublicJwk()) },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(BrokenSets))]
    public async Task T19_a_broken_set_is_not_taken_and_the_old_one_stays(string what, string body)
    {
        await using var server = await TrustedServer.StartAsync();
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        server.Keys.Say(body);
        server.Clock.Advance(KeySet.Pause);

        (await server.CallAsync(server.Token().With(draft => draft.Header["kid"] = "unknown").Signed)).ShouldBeRefused();

        server.Keys.Asked.ShouldBe(2, what);
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        (await server.Running.GetAsync("/health/ready")).Text.ShouldBe("degraded");
    }

    [Fact]
    public async Task T19_a_set_that_drips_is_cut_off()
    {
        await using var server = await TrustedServer.StartAsync();
        server.Keys.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(" "u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(50, context.RequestAborted);
            }
        };
        var watch = System.Diagnostics.Stopwatch.StartNew();

        (await server.CallAsync(server.Token().Signed)).ShouldBeRefused();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        server.Keys.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task T19_keys_that_cannot_be_trusted_are_left_out_of_a_set()
    {
        var good = SigningKey.Es384("good");
        var weak = SigningKey.Rs384("weak", 1024);
        var keys = KeyDocument.Read(StoreHome.Bytes(SigningKey.Set(
            good.PublicJwk(),
            weak.PublicJwk(),
            SigningKey.Es384("private").PublicJwk("\"d\":\"AAAA\","),
            SigningKey.Es384("encrypting").PublicJwk("\"use\":\"enc\","),
            SigningKey.Es384("signing-only").PublicJwk("\"key_ops\":[\"sign\"],"),
            """{"kty":"oct","kid":"shared","k":"AAAA"}""",
            """{"kty":"EC","crv":"P-384","kid":"off-curve","x":"AAAA","y":"AAAA"}""",
            """{"kty":"EC","crv":"secp256k1","kid":"other-curve","x":"AAAA","y":"AAAA"}""",
            SigningKey.Es384("no").PublicJwk().Replace("\"kid\":\"no\",", "", StringComparison.Ordinal),
            "5",
            "null")));

        keys.Keys.ShouldBe(["good"]);
        keys["good"].Verifies("ES384").ShouldBeTrue();
        keys["good"].Verifies("ES256").ShouldBeFalse();
        keys["good"].Verifies("RS384").ShouldBeFalse();
        keys["good"].Verifies("HS384").ShouldBeFalse();
        await Task.CompletedTask;
    }

    [Fact]
    public void T19_a_key_that_its_issuer_binds_to_one_algorithm_verifies_no_other()
    {
        var key = KeyDocument.Read(StoreHome.Bytes(SigningKey.Set(SigningKey.Rs384("a").PublicJwk("\"alg\":\"RS384\","))))["a"];

        key.Verifies("RS384").ShouldBeTrue();
        key.Verifies("RS256").ShouldBeFalse();
    }

    [Fact]
    public async Task T20_keys_that_cannot_be_read_again_are_used_until_they_are_too_old()
    {
        await using var server = await TrustedServer.StartAsync();
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        (await server.CallAsync(server.OtherToken().Signed)).ShouldBeLetIn();
        server.Keys.Fail();
        server.OtherKeys.Fail();

        server.Clock.Advance(TimeSpan.FromMinutes(59));
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        (await server.CallAsync(server.OtherToken().Signed)).ShouldBeLetIn();

        server.Clock.Advance(TimeSpan.FromMinutes(2));
        (await server.CallAsync(server.Token().Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().Signed)).ShouldBeRefused();
        var ready = await server.Running.GetAsync("/health/ready");
        ready.Status.ShouldBe(503);
        ready.Text.ShouldBe("not ready");

        server.Keys.Publish(server.Key);
        server.Clock.Advance(KeySet.Pause);
        (await server.CallAsync(server.Token().Signed)).ShouldBeLetIn();
        (await server.Running.GetAsync("/health/ready")).Text.ShouldBe("degraded");
    }

    [Fact]
    public async Task T20_nobody_is_let_in_while_no_keys_were_ever_read()
    {
        await using var server = await TrustedServer.StartAsync();
        server.Keys.Fail(500);

        (await server.CallAsync(server.Token().Signed)).ShouldBeRefused();
        (await server.CallAsync(server.Token().Signed)).ShouldBeRefused();

        server.Keys.Asked.ShouldBe(1);
    }
}
