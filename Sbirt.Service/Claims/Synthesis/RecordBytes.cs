using System.Buffers.Text;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// Records of claims as bytes: fields and commas into one growing array. Bytes and not texts, because gigabytes go through.
/// </summary>
internal sealed class RecordBytes
{
    private const int LongestField = 256;
    private const byte Comma = (byte)',';

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int row;

    /// <summary>Puts the three columns of the insurers' form before each record.</summary>
    public bool IsPayerForm { get; init; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public int Length => length;

    public void Clear() => length = 0;

    /// <summary>The rows of a claim are counted from 1 in the insurers' form.</summary>
    public void BeginClaim() => row = 0;

    /// <summary>Begins a record with its id.</summary>
    /// <param name="byPayer">In the insurers' form: the payer added it.</param>
    public void Begin(ReadOnlySpan<byte> id, bool byPayer = false)
    {
        if (IsPayerForm)
        {
            Room(LongestField);
            bytes[length++] = (byte)(byPayer ? '2' : '1');
            bytes[length++] = Comma;
            Put(++row);
            bytes[length++] = Comma;
            bytes[length++] = (byte)'0';
            bytes[length++] = Comma;
        }

        Room(LongestField);
        id.CopyTo(bytes.AsSpan(length));
        length += id.Length;
    }

    public RecordBytes Field(ReadOnlySpan<byte> text)
    {
        Room(text.Length + 1);
        bytes[length++] = Comma;
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
        return this;
    }

    public RecordBytes Field(long number)
    {
        Room(LongestField);
        bytes[length++] = Comma;
        Put(number);
        return this;
    }

    /// <summary>With leading zeros.</summary>
    public RecordBytes Field(long number, int digits)
    {
        Room(LongestField);
        bytes[length++] = Comma;
        Utf8Formatter.TryFormat(number, bytes.AsSpan(length), out var written, new System.Buffers.StandardFormat('D', (byte)digits));
        length += written;
        return this;
    }

    /// <summary>The digits in full width (two bytes each in CP932).</summary>
    public RecordBytes WideField(long number)
    {
        Field(number);
        var begin = bytes.AsSpan(0, length).LastIndexOf(Comma) + 1;
        var digits = length - begin;
        Room(digits);
        for (var digit = digits - 1; digit >= 0; digit--)
        {
            var plain = bytes[begin + digit];
            bytes[begin + (2 * digit)] = 0x82;
            bytes[begin + (2 * digit) + 1] = (byte)(plain - '0' + 0x4F);
        }

        length += digits;
        return this;
    }

    /// <summary>An amount in hundredths, written without needless zeros.</summary>
    public RecordBytes Amount(int hundredths)
    {
        Field(hundredths / 100);
        if (hundredths % 100 is not 0 and var part)
        {
            bytes[length++] = (byte)'.';
            bytes[length++] = (byte)('0' + (part / 10));
            if (part % 10 != 0)
            {
                bytes[length++] = (byte)('0' + (part % 10));
            }
        }

        return this;
    }

    public RecordBytes Empty(int fields = 1)
    {
        Room(fields);
        bytes.AsSpan(length, fields).Fill(Comma);
        length += fields;
        return this;
    }

    /// <summary>31 fields, 1 on the days whose bit is set.</summary>
    public RecordBytes Days(uint days)
    {
        const int InMonth = 31;
        Room(2 * InMonth);
        for (var day = 0; day < InMonth; day++)
        {
            bytes[length++] = Comma;
            if ((days & (1u << day)) != 0)
            {
                bytes[length++] = (byte)'1';
            }
        }

        return this;
    }

    public void End()
    {
        Room(2);
        bytes[length++] = (byte)'\r';
        bytes[length++] = (byte)'\n';
    }

    public void Append(RecordBytes other) => Append(other.Written);

    public void Append(ReadOnlySpan<byte> other)
    {
        Room(other.Length);
        other.CopyTo(bytes.AsSpan(length));
        length += other.Length;
    }

    private void Put(long number)
    {
        Utf8Formatter.TryFormat(number, bytes.AsSpan(length), out var written);
        length += written;
    }

    private void Room(int wanted)
    {
        if (length + wanted + LongestField > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + wanted + LongestField));
        }
    }
}
