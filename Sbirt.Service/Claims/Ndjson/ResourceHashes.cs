using System.Globalization;
using System.Text;
using Sbirt.FhirAdapter.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>Makes small values of what resources call one another and of who is insured, under the key of the scan.</summary>
internal sealed class ResourceHashes(KeyedHash hash)
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    private readonly ClaimName name = new();

    /// <summary>How a patient is referred to. No insured person has this hash: those begin with an insurer.</summary>
    public UInt128 Patient(string key) => hash.Of(Encoding.UTF8.GetBytes("fhir\u001f" + key));

    public ulong Key(string key) => (ulong)Patient(key) | 1;

    /// <summary>A number of a prescription; dates have small ones.</summary>
    public int Group(string group) => (int)(Patient(group) & int.MaxValue) | (1 << 30);

    /// <summary>A name as a billing file writes it; 0: none, or it has characters that no billing file can write.</summary>
    public ulong Name(string? kana)
    {
        if (string.IsNullOrEmpty(kana))
        {
            return 0;
        }

        try
        {
            name.Keep(Cp932.GetBytes(kana));
            return name.Written.IsEmpty ? 0 : (ulong)hash.Of(name.Written);
        }
        catch (EncoderFallbackException)
        {
            return 0;
        }
    }

    /// <summary>False: a part of it is longer than any can be.</summary>
    public static bool TryInsured(InsuredNumber insured, out InsuredText told, out ushort branch)
    {
        told = default;
        branch = ushort.TryParse(insured.Branch, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100 ? (ushort)(number + 1) : (ushort)0;
        var at = 0;
        return TryWrite(insured.Insurer, told, ref at) && TryWrite(insured.Symbol, told, ref at) && TryWrite(insured.Number, told, ref at);
    }

    /// <summary>The next part of what <see cref="TryInsured"/> wrote.</summary>
    public static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> told, ref int at)
    {
        var part = told.Slice(at + 1, told[at]);
        at += 1 + part.Length;
        return part;
    }

    private static bool TryWrite(string part, Span<byte> into, ref int at)
    {
        var length = Encoding.UTF8.GetByteCount(part);
        if (length > byte.MaxValue || at + 1 + length > into.Length)
        {
            return false;
        }

        into[at] = (byte)length;
        Encoding.UTF8.GetBytes(part, into[(at + 1)..]);
        at += 1 + length;
        return true;
    }
}
