using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Sbirt.Service.Security.Tokens;

namespace Sbirt.Service.Security.Keys;

/// <summary>
/// Reads a published key set (RFC 7517). Keys that cannot be trusted (private parts, shared secrets, short RSA keys,
/// other uses) are left out; a set that is no set, too long, or names a key twice is refused whole.
/// </summary>
internal static class KeyDocument
{
    /// <summary>Largest set that is read.</summary>
    public const int MostBytes = 64 * 1024;

    private const int MostKeys = 20;
    private const int MostIdLength = 200;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <exception cref="KeysUnreadableException">It is not a key set we can use.</exception>
    public static FrozenDictionary<string, TrustedKey> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes)
        {
            throw new KeysUnreadableException(KeyFailure.TooLarge);
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Keys(document.RootElement);
        }
        catch (JsonException)
        {
            throw new KeysUnreadableException(KeyFailure.NotKeys);
        }
    }

    private static FrozenDictionary<string, TrustedKey> Keys(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new KeysUnreadableException(KeyFailure.NotKeys);
        }

        if (list.GetArrayLength() > MostKeys)
        {
            throw new KeysUnreadableException(KeyFailure.TooLarge);
        }

        var keys = new Dictionary<string, TrustedKey>(StringComparer.Ordinal);
        foreach (var key in list.EnumerateArray().Select(KeyOf).OfType<TrustedKey>())
        {
            if (!keys.TryAdd(key.Id, key))
            {
                throw new KeysUnreadableException(KeyFailure.SameKeyTwice);
            }
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static TrustedKey? KeyOf(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object || key.TryGetProperty("d", out _) || key.TryGetProperty("k", out _) || !IsForVerifying(key)
            || JsonText.In(key, "kid", MostIdLength) is not { } id
            || !JsonText.IsTextOrAbsent(key, "alg", MostIdLength, out var algorithm))
        {
            return null;
        }

        try
        {
            return JsonText.In(key, "kty", MostIdLength) switch
            {
                "RSA" when Bytes(key, "n") is { } n && Bytes(key, "e") is { } e =>
                    TrustedKey.Rsa(id, algorithm, new RSAParameters { Modulus = n, Exponent = e }),
                "EC" when CurveOf(key, out var name) is { } curve && Bytes(key, "x") is { } x && Bytes(key, "y") is { } y =>
                    TrustedKey.Ec(id, name, algorithm, new ECParameters { Curve = curve, Q = new ECPoint { X = x, Y = y } }),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            // A point that is not on its curve, or numbers that make no key.
            return null;
        }
    }

    private static bool IsForVerifying(JsonElement key) =>
        JsonText.IsTextOrAbsent(key, "use", MostIdLength, out var use)
        && use is null or "sig"
        && (!key.TryGetProperty("key_ops", out var operations)
            || (operations.ValueKind == JsonValueKind.Array && operations.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals("verify"))));

    private static ECCurve? CurveOf(JsonElement key, out string name)
    {
        name = JsonText.In(key, "crv", MostIdLength) ?? "";
        return name switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
    }

    private static byte[]? Bytes(JsonElement key, string name)
    {
        try
        {
            return JsonText.In(key, name, MostBytes) is { } text ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
