using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sbirt.Service.Store;

/// <summary>
/// An identifier the sender gave to a resource (FHIR Identifier); within a tenant and type it names one
/// resource, which a database constraint holds. Values are compared as exact text and never printed.
/// </summary>
internal sealed class BusinessIdentifier : IEquatable<BusinessIdentifier>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The value is empty, or the text is not valid Unicode or holds NUL.</exception>
    public BusinessIdentifier(string? system, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        System = system ?? "";
        Value = value;
        Digest = DigestOf(System, value);
    }

    /// <summary>URI of the naming system; empty when the sender gave none.</summary>
    public string System { get; }

    public string Value { get; }

    /// <summary>SHA-256 of both, the key of the constraint: a value may be longer than an index entry.</summary>
    public byte[] Digest { get; }

    public bool Equals(BusinessIdentifier? other) =>
        other is not null && System == other.System && Value == other.Value;

    public override bool Equals(object? obj) => Equals(obj as BusinessIdentifier);

    public override int GetHashCode() => HashCode.Combine(System, Value);

    public override string ToString() => nameof(BusinessIdentifier);

    private static byte[] DigestOf(string system, string value)
    {
        if (system.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("An identifier holds a NUL character.", nameof(value));
        }

        try
        {
            var systemBytes = Strict.GetBytes(system);
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, systemBytes.Length);
            return SHA256.HashData([.. length, .. systemBytes, .. Strict.GetBytes(value)]);
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("An identifier is not valid Unicode.", nameof(value));
        }
    }
}
