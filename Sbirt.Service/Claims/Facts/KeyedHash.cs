using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// A fast hash of 128 bits under a secret key, to bring the claims of one person together: two persons meet by chance once
/// in 2^60 even among a thousand million. What leaves the scan is not this but <see cref="Pseudonym"/>.
/// </summary>
internal sealed class KeyedHash
{
    public const int KeyBytes = 32;

    private readonly byte[] key;
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <param name="key">32 secret bytes; the same key gives the same pseudonyms in every scan.</param>
    public KeyedHash(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes);
        this.key = key.ToArray();
        Span<byte> words = stackalloc byte[KeyBytes];
        HMACSHA256.HashData(key, "words"u8, words);
        first = BinaryPrimitives.ReadUInt64LittleEndian(words) | 1;
        second = BinaryPrimitives.ReadUInt64LittleEndian(words[8..]) | 1;
        third = BinaryPrimitives.ReadUInt64LittleEndian(words[16..]) | 1;
        fourth = BinaryPrimitives.ReadUInt64LittleEndian(words[24..]) | 1;
    }

    public UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        var (one, other) = (first ^ (uint)bytes.Length, third ^ (uint)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            Take(BinaryPrimitives.ReadUInt64LittleEndian(bytes), ref one, ref other);
            bytes = bytes[sizeof(ulong)..];
        }

        if (!bytes.IsEmpty)
        {
            Span<byte> last = stackalloc byte[sizeof(ulong)];
            last.Clear();
            bytes.CopyTo(last);
            Take(BinaryPrimitives.ReadUInt64LittleEndian(last), ref one, ref other);
        }

        return new UInt128(Mix(one, second ^ other), Mix(other, fourth ^ BitOperations.RotateLeft(one, 32)));
    }

    /// <summary>The name under which a person leaves the scan: 32 hexadecimal digits that nobody without the key can trace back.</summary>
    public string Pseudonym(UInt128 person, ulong twin)
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, person);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], twin);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes).AsSpan(0, 16));
    }

    private void Take(ulong word, ref ulong one, ref ulong other)
    {
        one = Mix(one ^ word, second);
        other = Mix(other ^ BitOperations.RotateLeft(word, 23), fourth) + one;
    }

    private static ulong Mix(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
