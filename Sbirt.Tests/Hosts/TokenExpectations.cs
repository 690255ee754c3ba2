using Shouldly;

namespace Sbirt.Tests.Hosts;

/// <summary>What a CDS Hooks call with a token comes to.</summary>
internal static class TokenExpectations
{
    /// <summary>401 as for every cause: no body, nothing told.</summary>
    public static void ShouldBeRefused(this FhirAnswer answer)
    {
        answer.Status.ShouldBe(401);
        answer.Body.ShouldBeEmpty();
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        answer.Headers.Contains("X-Request-Id").ShouldBeFalse();
    }

    public static void ShouldBeLetIn(this FhirAnswer answer) => answer.Status.ShouldNotBeOneOf(401, 403, 429, 500, 503);
}
