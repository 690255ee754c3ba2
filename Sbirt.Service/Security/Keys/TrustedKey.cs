using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Sbirt.Service.Security.Keys;

/// <summary>One public key of an issuer, with the algorithms it may verify.</summary>
/// <param name="Algorithm">The algorithm the issuer binds it to; null: any of its kind.</param>
/// <param name="Kind"><c>RSA</c>, or the curve of an EC key.</param>
internal sealed record TrustedKey(string Id, string Kind, string? Algorithm, SecurityKey Key)
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;

    // The library's own cache of verifiers stays off: a key is used for exactly the token it was looked up for.
    private static readonly CryptoProviderFactory NoCache = new() { CacheSignatureProviders = false };

    /// <summary>An RSA key; null when it is too short to be trusted or too long to be verified.</summary>
    public static TrustedKey? Rsa(string id, string? algorithm, RSAParameters parameters)
    {
        var bits = parameters.Modulus!.Length * 8;
        return bits is >= LeastRsaBits and <= MostRsaBits
            ? new(id, "RSA", algorithm, new RsaSecurityKey(RSA.Create(parameters)) { KeyId = id, CryptoProviderFactory = NoCache })
            : null;
    }

    public static TrustedKey Ec(string id, string curve, string? algorithm, ECParameters parameters) =>
        new(id, curve, algorithm, new ECDsaSecurityKey(ECDsa.Create(parameters)) { KeyId = id, CryptoProviderFactory = NoCache });

    /// <summary>True when the key may verify this algorithm: kind, curve and the issuer's own restriction agree.</summary>
    public bool Verifies(string algorithm) =>
        (Algorithm is null || Algorithm == algorithm) && SigningAlgorithms.KindOf(algorithm) == Kind;
}
