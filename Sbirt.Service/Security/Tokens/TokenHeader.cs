using System.Text.Json;

namespace Sbirt.Service.Security.Tokens;

/// <summary>
/// What the header of a token says. Keys and certificates in it (<c>jwk</c>, <c>x5u</c>, <c>x5c</c>) are not read:
/// a key comes from the issuer's published set only.
/// </summary>
/// <param name="Type"><c>typ</c>; empty when absent.</param>
/// <param name="KeyAddress"><c>jku</c>: where the sender says its keys are.</param>
internal sealed record TokenHeader(string Algorithm, string KeyId, string Type, string? KeyAddress)
{
    private const int MostKeyIdLength = 200;
    private const int MostAddressLength = 2_000;

    /// <summary>Null: it lacks what we need, or asks for an extension we do not know.</summary>
    public static TokenHeader? Read(JsonElement header)
    {
        if (header.TryGetProperty("crit", out _) || header.TryGetProperty("b64", out _))
        {
            return null;
        }

        return JsonText.In(header, "alg", MostKeyIdLength) is { } algorithm
            && JsonText.In(header, "kid", MostKeyIdLength) is { } keyId
            && keyId.All(letter => letter is > ' ' and < '\x7f')
            && JsonText.IsTextOrAbsent(header, "typ", MostKeyIdLength, out var type)
            && JsonText.IsTextOrAbsent(header, "jku", MostAddressLength, out var address)
                ? new(algorithm, keyId, type ?? "", address)
                : null;
    }
}
