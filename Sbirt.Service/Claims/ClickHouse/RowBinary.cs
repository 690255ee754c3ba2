using System.Buffers.Binary;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>Writes one row of <c>RowBinary</c>: values one after another, little-endian, with nothing between.</summary>
internal ref struct RowBinaryWriter(Span<byte> row)
{
    private Span<byte> left = row;

    public void Add(byte value)
    {
        left[0] = value;
        left = left[sizeof(byte)..];
    }

    public void Add(bool value) => Add(value ? (byte)1 : (byte)0);

    public void Add(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(left, value);
        left = left[sizeof(ushort)..];
    }

    public void Add(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(left, value);
        left = left[sizeof(int)..];
    }

    public void Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(left, value);
        left = left[sizeof(long)..];
    }

    public void Add(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(left, value);
        left = left[sizeof(ulong)..];
    }

    /// <summary>As its text, filled up with zeros (<c>FixedString(16)</c>).</summary>
    public void Add(ShortCode value)
    {
        BinaryPrimitives.WriteUInt128BigEndian(left, value.Value);
        left = left[ShortCode.MostBytes..];
    }

    /// <summary>As a number that can be read: 20260930.</summary>
    public void Add(DateOnly day) => Add((day.Year * 10_000) + (day.Month * 100) + day.Day);
}

/// <summary>Reads what <see cref="RowBinaryWriter"/> writes.</summary>
internal ref struct RowBinaryReader(ReadOnlySpan<byte> rows)
{
    private ReadOnlySpan<byte> left = rows;

    public byte Byte()
    {
        var value = left[0];
        left = left[sizeof(byte)..];
        return value;
    }

    public bool Bool() => Byte() != 0;

    public ushort UInt16()
    {
        var value = BinaryPrimitives.ReadUInt16LittleEndian(left);
        left = left[sizeof(ushort)..];
        return value;
    }

    public int Int32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(left);
        left = left[sizeof(int)..];
        return value;
    }

    public long Int64()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(left);
        left = left[sizeof(long)..];
        return value;
    }

    public ulong UInt64()
    {
        var value = BinaryPrimitives.ReadUInt64LittleEndian(left);
        left = left[sizeof(ulong)..];
        return value;
    }

    public ShortCode Code()
    {
        var value = BinaryPrimitives.ReadUInt128BigEndian(left);
        left = left[ShortCode.MostBytes..];
        return new ShortCode(value);
    }

    public DateOnly Day() => Int32() is var number ? new DateOnly(number / 10_000, number / 100 % 100, number % 100) : default;
}
