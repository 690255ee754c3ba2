using System.Text;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>Recognises a bulk export by what it holds: resources, one a line.</summary>
internal static class ResourceText
{
    /// <summary>True: the text is NDJSON of FHIR resources, or was meant to be.</summary>
    public static bool IsOne(ReadOnlySpan<byte> head) =>
        (First(head) == (byte)'{' && head.IndexOf("\"resourceType\""u8) >= 0) || head.IndexOf("\n{\"resourceType\""u8) >= 0;

    /// <summary>True: one resource, or a list of them, spread over lines.</summary>
    public static bool IsSpread(ReadOnlySpan<byte> head)
    {
        var text = Unmarked(head);
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return head.IndexOf("\"resourceType\""u8) >= 0 && (end < 0 ? text : text[..end]).TrimEnd((byte)' ') is [(byte)'{'] or [(byte)'[', ..];
    }

    /// <summary>True: JSON in UTF-16.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'{', 0]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF, 0, (byte)'{']);

    public static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> text) => text.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text;

    private static byte First(ReadOnlySpan<byte> head)
    {
        var text = Unmarked(head).TrimStart(" \t\r\n"u8);
        return text.IsEmpty ? (byte)0 : text[0];
    }
}
