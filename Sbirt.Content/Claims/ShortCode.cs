using System.Buffers.Binary;
using System.Text;

namespace Sbirt.Content.Claims;

/// <summary>
/// A code of at most sixteen ASCII characters as one value: an institution (都道府県, 点数表 and 医療機関コード, ten
/// digits), a medicine, a disease. Leading zeros are kept, comparing is cheap, and nothing is allocated.
/// </summary>
public readonly record struct ShortCode(UInt128 Value) : IComparable<ShortCode>
{
    public const int MostBytes = 16;

    /// <summary>Nothing is told.</summary>
    public static ShortCode None => default;

    public bool IsNone => Value == UInt128.Zero;

    /// <summary>The code in these bytes; null when they are too many or not printable ASCII.</summary>
    public static ShortCode? Of(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > MostBytes || ascii.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) >= 0)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[MostBytes];
        bytes.Clear();
        ascii.CopyTo(bytes);
        return new ShortCode(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    public static ShortCode? Of(string text) => Ascii.IsValid(text) ? Of(Encoding.ASCII.GetBytes(text)) : null;

    /// <summary>In the order of the texts.</summary>
    public int CompareTo(ShortCode other) => Value.CompareTo(other.Value);

    public static bool operator <(ShortCode one, ShortCode other) => one.CompareTo(other) < 0;

    public static bool operator >(ShortCode one, ShortCode other) => one.CompareTo(other) > 0;

    public static bool operator <=(ShortCode one, ShortCode other) => one.CompareTo(other) <= 0;

    public static bool operator >=(ShortCode one, ShortCode other) => one.CompareTo(other) >= 0;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[MostBytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return Encoding.ASCII.GetString(bytes.TrimEnd((byte)0));
    }
}
