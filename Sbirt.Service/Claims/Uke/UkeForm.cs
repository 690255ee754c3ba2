using System.Text;
using System.Text.Unicode;

namespace Sbirt.Service.Claims.Uke;

/// <summary>How a text of claims is laid out.</summary>
internal enum UkeForm
{
    /// <summary>No claim file.</summary>
    None,

    /// <summary>As institutions bill: the record's id comes first.</summary>
    Provider,

    /// <summary>As insurers receive it (RECODEINFO): three columns stand before the record's id.</summary>
    Payer,

    /// <summary>A claim file, but turned into UTF-8 or UTF-16 on the way.</summary>
    OtherEncoding,
}

/// <summary>Recognises claim files by what they hold, never by their name.</summary>
internal static class UkeForms
{
    /// <summary>Columns before the record's id in the insurers' form.</summary>
    public const int PayerColumns = 3;

    public static UkeForm Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return UkeForm.OtherEncoding;
        }

        var isMarked = head.StartsWith(Encoding.UTF8.Preamble);
        var form = FormOf(isMarked ? head[3..] : head);
        return form != UkeForm.None && (isMarked || IsUtf8(head)) ? UkeForm.OtherEncoding : form;
    }

    /// <summary>The record without the columns a payer's file puts before it.</summary>
    public static ReadOnlySpan<byte> Record(UkeForm form, ReadOnlySpan<byte> line)
    {
        return form == UkeForm.Payer ? WithoutColumns(line) : line;
    }

    // The columns are a few bytes in all: quicker stepped over than searched.
    private static ReadOnlySpan<byte> WithoutColumns(ReadOnlySpan<byte> line)
    {
        var columns = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == (byte)',' && ++columns == PayerColumns)
            {
                return line[(at + 1)..];
            }
        }

        return default;
    }

    private static UkeForm FormOf(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? head : head[..end];
        return UkeRecords.IsKnown(UkeRecords.Of(line)) ? UkeForm.Provider
            : UkeRecords.IsKnown(UkeRecords.Of(Record(UkeForm.Payer, line))) ? UkeForm.Payer
            : UkeForm.None;
    }

    // Japanese text in CP932 is all but never valid UTF-8; the last character of the head may be cut in two.
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        const int LongestCharacter = 4;
        if (!head.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            return false;
        }

        for (var cut = 0; cut < LongestCharacter && cut < head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
