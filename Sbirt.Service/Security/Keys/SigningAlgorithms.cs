using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sbirt.Service.Security.Keys;

/// <summary>
/// The signature algorithms that can be allowed (RFC 7518), all of them with a public key: there is no verifier for
/// shared secrets, and none for no signature at all.
/// </summary>
internal static class SigningAlgorithms
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["ES256"] = "P-256",
        ["ES384"] = "P-384",
        ["ES512"] = "P-521",
        ["PS256"] = "RSA",
        ["PS384"] = "RSA",
        ["PS512"] = "RSA",
        ["RS256"] = "RSA",
        ["RS384"] = "RSA",
        ["RS512"] = "RSA",
    }.ToFrozenDictionary();

    /// <summary>What CDS Hooks and SMART recommend.</summary>
    public static ImmutableArray<string> Default { get; } = ["ES384", "RS384"];

    public static IEnumerable<string> All => Kinds.Keys.Order(StringComparer.Ordinal);

    /// <summary>The kind of key an algorithm needs; null when it is not one of ours.</summary>
    public static string? KindOf(string algorithm) => Kinds.GetValueOrDefault(algorithm);
}
