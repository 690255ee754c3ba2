using System.Buffers;
using System.Buffers.Text;

namespace Sbirt.FhirAdapter.Structure.Primitives;

/// <summary>
/// Whether bytes are a well-formed value of a primitive type: the regular expressions of the R4 data types page,
/// written as byte checks. The expressions themselves stand in the tests as the oracle.
/// </summary>
internal static class PrimitiveForm
{
    private static readonly SearchValues<byte> IdBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    private static readonly SearchValues<byte> Base64Bytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    private static readonly SearchValues<byte> SpaceBytes = SearchValues.Create(" \t\r\n\f\v"u8);

    // Control characters that no FHIR string may hold: those below a space but tab, line feed, carriage return.
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 13)).Select(b => (byte)b)]);

    /// <param name="kind">The type's kind.</param>
    /// <param name="value">A string's text without escapes and not empty, or a number as written.</param>
    public static bool Fits(PrimitiveKind kind, ReadOnlySpan<byte> value) => kind switch
    {
        PrimitiveKind.Boolean or PrimitiveKind.Decimal => true,
        PrimitiveKind.Integer => IsWhole(value, int.MinValue),
        PrimitiveKind.UnsignedInt => IsWhole(value, 0),
        PrimitiveKind.PositiveInt => IsWhole(value, 1),
        PrimitiveKind.Code => IsCode(value),
        PrimitiveKind.Id => value.Length <= 64 && !value.ContainsAnyExcept(IdBytes),
        PrimitiveKind.Uri => !value.ContainsAny(SpaceBytes) && !value.ContainsAny(ControlBytes),
        PrimitiveKind.Oid => value.StartsWith("urn:oid:"u8) && IsOid(value[8..]),
        PrimitiveKind.Uuid => value.StartsWith("urn:uuid:"u8) && IsUuid(value[9..]) && !HasUpper(value[9..]),
        PrimitiveKind.Date => DateForm.IsDate(value),
        PrimitiveKind.DateTime => DateForm.IsDateTime(value),
        PrimitiveKind.Instant => DateForm.IsInstant(value),
        PrimitiveKind.Time => DateForm.IsTime(value),
        PrimitiveKind.Base64Binary => IsBase64(value),
        _ => !value.ContainsAny(ControlBytes),
    };

    /// <summary>A resource id.</summary>
    public static bool IsId(ReadOnlySpan<byte> value) => value.Length > 0 && Fits(PrimitiveKind.Id, value);

    /// <summary>An OID in dots: <c>[0-2](\.(0|[1-9][0-9]*))+</c>.</summary>
    public static bool IsOid(ReadOnlySpan<byte> value)
    {
        if (value.Length < 3 || value[0] is < (byte)'0' or > (byte)'2')
        {
            return false;
        }

        var rest = value[1..];
        while (!rest.IsEmpty)
        {
            if (rest[0] != '.')
            {
                return false;
            }

            rest = rest[1..];
            var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            digits = digits < 0 ? rest.Length : digits;
            if (digits == 0 || (digits > 1 && rest[0] == '0'))
            {
                return false;
            }

            rest = rest[digits..];
        }

        return true;
    }

    /// <summary>A UUID of 8-4-4-4-12 hexadecimal digits in either case.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> value) =>
        value.Length == 36 && Utf8Parser.TryParse(value, out Guid _, out var read, 'D') && read == 36;

    private static bool HasUpper(ReadOnlySpan<byte> value) => value.ContainsAnyInRange((byte)'A', (byte)'Z');

    private static bool IsWhole(ReadOnlySpan<byte> value, int least) =>
        Utf8Parser.TryParse(value, out int number, out var read)
        && read == value.Length
        && number >= least
        && !value.SequenceEqual("-0"u8);

    private static bool IsCode(ReadOnlySpan<byte> value)
    {
        if (!value.ContainsAny(SpaceBytes))
        {
            return !value.ContainsAny(ControlBytes);
        }

        var wasSpace = true;
        foreach (var b in value)
        {
            var isSpace = SpaceBytes.Contains(b);
            if ((isSpace && wasSpace) || ControlBytes.Contains(b))
            {
                return false;
            }

            wasSpace = isSpace;
        }

        return !wasSpace;
    }

    private static bool IsBase64(ReadOnlySpan<byte> value)
    {
        if (!value.ContainsAnyExcept(Base64Bytes))
        {
            return value.Length % 4 == 0;
        }

        var letters = 0;
        foreach (var b in value)
        {
            if (Base64Bytes.Contains(b))
            {
                letters++;
            }
            else if (!SpaceBytes.Contains(b))
            {
                return false;
            }
        }

        return letters > 0 && letters % 4 == 0;
    }
}
