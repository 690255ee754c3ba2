using Sbirt.Service.Security.Keys;
using Sbirt.Service.Security.Tokens;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

/// <summary>The example token and key of the CDS Hooks 2.0 specification, "Trusting CDS Clients", Example.</summary>
public sealed class SpecificationTokenTests
{
    private const string Key = """
        {"keys":[{"kty":"EC","use":"sig","crv":"P-384","kid":"example-kid",
          "x":"46SDH7Znh821wblCBglA61sNE9ZrHYKKt3qRtRTmSXyOI_FIGBLWrWa0GPUkDCEk",
          "y":"XMcRuuoGW7CXjQdy-F5i3FeBE0x9hPLdeFdSoDd3ELmx404tLX0VRRcqzAsPhXcI","alg":"ES384"}]}
        """;

    private const string Token =
        "eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCIsImtpZCI6ImV4YW1wbGUta2lkIiwiamt1IjoiaHR0cHM6Ly9maGlyLWVoci5leGFtcGxlLmNvbS9qd2tfdXJpIn0."
        + "eyJpc3MiOiJodHRwczovL2ZoaXItZWhyLmV4YW1wbGUuY29tLyIsInN1YiI6ImNsaWVudF9pZCIsImF1ZCI6Imh0dHBzOi8vY2RzLmV4YW1wbGUub3JnL2Nkcy1zZXJ2aWNlcy9zb21lLXNlcnZpY2UiLCJleHAiOjE0MjI1Njg4NjAsImlhdCI6MTMxMTI4MDk3MCwianRpIjoiZWUyMmIwMjEtZTFiNy00NjExLWJhNWItOGVlYzZhMzNhYzFlIiwidGVuYW50IjoiMmRkZDZjM2EtOGU5YS00NGM2LWEzMDUtNTIxMTFhZDMwMmEyIn0."
        + "CUFPkplnWd6YGIvzoHolWCQBDsCL8QtTWKGg_QFpS169WrqDGzktRi-_we6-6rVzbjerU27ZKww_SW0-b9RTz-dPJNcqsueMio8r6EqXUXhbLm_ch3XFSbDlGHDl_tqo";

    // A minute before it expires.
    private readonly ClockByHand clock = new(DateTimeOffset.FromUnixTimeSeconds(1422568800));

    [Fact]
    public void The_example_is_read_as_the_specification_prints_it()
    {
        var token = PresentedToken.Read(Token, out _).ShouldNotBeNull();

        token.Header.ShouldBe(new TokenHeader("ES384", "example-kid", "JWT", "https://fhir-ehr.example.com/jwk_uri"));
        token.Claims.Issuer.ShouldBe("https://fhir-ehr.example.com/");
        token.Claims.Audiences.ShouldBe(["https://cds.example.org/cds-services/some-service"]);
        token.Claims.Id.ShouldBe("ee22b021-e1b7-4611-ba5b-8eec6a33ac1e");
        token.Claims.Tenant.ShouldBe("2ddd6c3a-8e9a-44c6-a305-52111ad302a2");
    }

    [Fact]
    public void The_signature_of_the_example_holds_with_its_key_and_with_no_other()
    {
        var token = PresentedToken.Read(Token, out _)!;
        var key = KeyDocument.Read(StoreHome.Bytes(Key))["example-kid"];

        key.Verifies("ES384").ShouldBeTrue();
        SignatureCheck.Holds(token, key).ShouldBeTrue();

        var other = KeyDocument.Read(StoreHome.Bytes(SigningKey.Set(SigningKey.Es384("example-kid").PublicJwk())))["example-kid"];
        SignatureCheck.Holds(token, other).ShouldBeFalse();
        SignatureCheck.Holds(token, key).ShouldBeTrue();
    }

    [Fact]
    public void The_example_would_not_be_let_in_because_it_lives_for_years()
    {
        var token = PresentedToken.Read(Token, out _)!;

        TokenLife.IsNow(token.Claims, clock.GetUtcNow()).ShouldBeTrue();
        TokenLife.IsShort(token.Claims).ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(3));
        TokenLife.IsNow(token.Claims, clock.GetUtcNow()).ShouldBeFalse();
    }
}
