using System.Buffers;
using Sbirt.FhirAdapter.Structure.Primitives;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>A literal reference taken apart.</summary>
internal readonly ref struct ReferenceText
{
    private static readonly SearchValues<byte> SchemeBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-."u8);

    private ReferenceText(ReferenceForm form, ReadOnlySpan<byte> typeOrId = default)
    {
        Form = form;
        TypeOrId = typeOrId;
    }

    public ReferenceForm Form { get; }

    /// <summary>The type of a relative or conditional reference; the id of a contained one.</summary>
    public ReadOnlySpan<byte> TypeOrId { get; }

    public static ReferenceText Parse(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.ContainsAny(" \t\r\n"u8))
        {
            return new(ReferenceForm.Malformed);
        }

        if (text[0] == '#')
        {
            var id = text[1..];
            return id.IsEmpty || PrimitiveForm.IsId(id)
                ? new(ReferenceForm.Contained, id)
                : new(ReferenceForm.Malformed);
        }

        if (text.StartsWith("urn:uuid:"u8))
        {
            return Absolute(PrimitiveForm.IsUuid(text[9..]));
        }

        if (text.StartsWith("urn:oid:"u8))
        {
            return Absolute(PrimitiveForm.IsOid(text[8..]));
        }

        var colon = text.IndexOf((byte)':');
        var slash = text.IndexOfAny((byte)'/', (byte)'?');
        if (colon > 0 && (slash < 0 || colon < slash))
        {
            return Absolute(IsScheme(text[..colon]) && colon + 1 < text.Length);
        }

        return slash > 0 ? Relative(text, slash) : new(ReferenceForm.Malformed);
    }

    private static ReferenceText Absolute(bool isRight) =>
        new(isRight ? ReferenceForm.Absolute : ReferenceForm.Malformed);

    private static ReferenceText Relative(ReadOnlySpan<byte> text, int end)
    {
        var type = text[..end];
        var rest = text[(end + 1)..];
        if (text[end] == '?')
        {
            return new(rest.Contains((byte)'=') ? ReferenceForm.Conditional : ReferenceForm.Malformed, type);
        }

        var history = rest.IndexOf("/_history/"u8);
        var isRight = history < 0
            ? PrimitiveForm.IsId(rest)
            : PrimitiveForm.IsId(rest[..history]) && PrimitiveForm.IsId(rest[(history + 10)..]);
        return new(isRight ? ReferenceForm.Relative : ReferenceForm.Malformed, type);
    }

    private static bool IsScheme(ReadOnlySpan<byte> scheme) =>
        char.IsAsciiLetter((char)scheme[0]) && !scheme.ContainsAnyExcept(SchemeBytes);
}
