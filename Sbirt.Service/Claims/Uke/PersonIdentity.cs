using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Uke;

/// <summary>
/// Brings what a claim says of its person into one spelling and hashes it: full-width digits and letters become ASCII as
/// NFKC has it, leading zeros stay, and no name is read.
/// </summary>
internal sealed class PersonIdentity(KeyedHash hash)
{
    private const int MostBytes = 512;
    private const byte Separator = 0x1F;

    // A separator, and what follows the last field: the birth date, the sex and a separator.
    private const int BirthBytes = 16;

    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    private readonly byte[] bytes = new byte[MostBytes];
    private int length;

    public void Begin() => length = 0;

    /// <summary>Adds a field; false when it is longer than any such field can be.</summary>
    public bool Add(ReadOnlySpan<byte> field)
    {
        if (length + (3 * field.Length) + BirthBytes > MostBytes)
        {
            return false;
        }

        var before = length;
        if (!TryAddPlain(field))
        {
            length = before;
            var text = Cp932.GetString(field).Normalize(NormalizationForm.FormKC).Trim();
            if (Encoding.UTF8.GetByteCount(text) + length + BirthBytes > MostBytes)
            {
                return false;
            }

            length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
        }

        bytes[length++] = Separator;
        return true;
    }

    /// <summary>Adds yyyymmdd and sex.</summary>
    public void AddBirth(DateOnly birth, ClaimSex sex)
    {
        const int Digits = 8;
        var (year, month, day) = birth;
        var number = (((year * 100) + month) * 100) + day;
        for (var digit = length + Digits - 1; digit >= length; digit--, number /= 10)
        {
            bytes[digit] = (byte)('0' + (number % 10));
        }

        length += Digits;
        bytes[length++] = (byte)('0' + (int)sex);
        bytes[length++] = Separator;
    }

    public ClaimPerson Person(ushort branch, ReadOnlySpan<byte> name, ClaimSex sex, DateOnly? birth) => new(
        hash.Of(bytes.AsSpan(0, length)),
        branch,
        name.IsEmpty ? 0 : (ulong)hash.Of(name),
        sex,
        (ushort)(birth?.Year ?? 0));

    // Digits, letters and the few signs that stand in symbols and numbers, in either width. Blanks at the ends are none.
    private bool TryAddPlain(ReadOnlySpan<byte> field)
    {
        if (!field.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            field.CopyTo(bytes.AsSpan(length));
            length += field.Length;
            return true;
        }

        var begin = length;
        for (var at = 0; at < field.Length; at++)
        {
            var plain = field[at] < 0x80
                ? field[at]
                : at + 1 < field.Length ? Plain(field[at], field[++at]) : (byte)0;
            if (plain == 0)
            {
                return false;
            }

            if (plain != (byte)' ' || length > begin)
            {
                bytes[length++] = plain;
            }
        }

        while (length > begin && bytes[length - 1] == (byte)' ')
        {
            length--;
        }

        return true;
    }

    /// <summary>The ASCII form of a full-width character of CP932, or 0.</summary>
    private static byte Plain(byte lead, byte trail) => (lead, trail) switch
    {
        (0x82, >= 0x4F and <= 0x58) => (byte)('0' + trail - 0x4F),
        (0x82, >= 0x60 and <= 0x79) => (byte)('A' + trail - 0x60),
        (0x82, >= 0x81 and <= 0x9A) => (byte)('a' + trail - 0x81),
        (0x81, 0x40) => (byte)' ',
        (0x81, 0x7C) => (byte)'-',
        (0x81, 0x5E) => (byte)'/',
        _ => 0,
    };
}
