using System.Text.Json;
using System.Text.Unicode;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Json;

/// <summary>
/// One pass over the tokens that enforces encoding, grammar and limits before anything is built. It keeps no
/// tree and uses no recursion, so that nesting costs neither memory nor stack.
/// </summary>
internal static class JsonScan
{
    /// <summary>The first thing wrong with the text, or null.</summary>
    public static Reason? FirstFault(ReadOnlySpan<byte> utf8, JsonLimits limits) => FirstFault(utf8, limits, out _);

    /// <summary>The first thing wrong with the text, or null.</summary>
    /// <param name="mayRepeat">False: no name stands twice in one object. True: it must be looked into.</param>
    public static Reason? FirstFault(ReadOnlySpan<byte> utf8, JsonLimits limits, out bool mayRepeat)
    {
        mayRepeat = true;
        if (utf8.Length > limits.BodyBytes)
        {
            return JsonReasons.BodyTooLarge(limits.BodyBytes);
        }

        if (!IsPlainUtf8(utf8))
        {
            return JsonReasons.NotUtf8();
        }

        try
        {
            var names = new NameMarks(stackalloc ulong[NameMarks.Names], stackalloc int[NameMarks.Objects]);
            var fault = Scan(ref names, utf8, limits);
            mayRepeat = names.MayRepeat;
            return fault;
        }
        catch (JsonException fault)
        {
            return JsonReasons.InvalidJson(SourcePosition.At(utf8, fault));
        }
    }

    /// <summary>
    /// True: whatever JSON this is, its tokens, entries and strings cannot pass the limits, and it writes no character as a
    /// lone surrogate. Nesting, grammar and repeated names are not looked at.
    /// </summary>
    public static bool CannotPass(ReadOnlySpan<byte> utf8, JsonLimits limits) =>
        utf8.Length <= Math.Min(limits.BodyBytes, Math.Min(limits.Tokens, limits.StringBytes))
        && utf8.Count((byte)'{') + utf8.Count((byte)'[') <= limits.Entries
        && utf8.IndexOf("\\u"u8) < 0
        && IsPlainUtf8(utf8);

    /// <summary>UTF-8 without byte order mark and without zero bytes.</summary>
    public static bool IsPlainUtf8(ReadOnlySpan<byte> utf8)
    {
        var marked = utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        return !marked && !utf8.Contains((byte)0) && Utf8.IsValid(utf8);
    }

    private static Reason? Scan(ref NameMarks names, ReadOnlySpan<byte> utf8, JsonLimits limits)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.Depth + 1 });
        var tokens = 0;
        var entries = 0;
        // One bit per depth: is the array open at this depth named `entry`?
        var entryArrays = 0UL;
        var afterEntryName = false;
        while (reader.Read())
        {
            var token = reader.TokenType;
            var depth = reader.CurrentDepth;
            if (++tokens > limits.Tokens)
            {
                return JsonReasons.TooManyTokens(limits.Tokens, Here(ref reader, utf8));
            }

            if (tokens == 1 && token != JsonTokenType.StartObject)
            {
                return JsonReasons.NotAnObject(Here(ref reader, utf8));
            }

            if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                if (depth >= limits.Depth)
                {
                    return JsonReasons.TooDeep(limits.Depth, Here(ref reader, utf8));
                }

                var isEntryArray = token == JsonTokenType.StartArray && afterEntryName;
                entryArrays = isEntryArray ? entryArrays | Bit(depth) : entryArrays & ~Bit(depth);
                var isEntry = depth > 0 && (entryArrays & Bit(depth - 1)) != 0;
                if (isEntry && ++entries > limits.Entries)
                {
                    return JsonReasons.TooManyEntries(limits.Entries, Here(ref reader, utf8));
                }
            }
            else if (token is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                if (reader.ValueSpan.Length > limits.StringBytes)
                {
                    return JsonReasons.StringTooLong(limits.StringBytes, Here(ref reader, utf8));
                }

                if (reader.ValueIsEscaped && SurrogateEscapes.HasLone(reader.ValueSpan))
                {
                    return JsonReasons.LoneSurrogate(Here(ref reader, utf8));
                }
            }

            Note(ref names, in reader, token);
            afterEntryName = token == JsonTokenType.PropertyName && reader.ValueTextEquals("entry"u8);
        }

        return null;
    }

    private static void Note(ref NameMarks names, ref readonly Utf8JsonReader reader, JsonTokenType token)
    {
        switch (token)
        {
            case JsonTokenType.StartObject:
                names.Open();
                break;
            case JsonTokenType.EndObject:
                names.Close();
                break;
            case JsonTokenType.PropertyName:
                names.Add(reader.ValueSpan, reader.ValueIsEscaped);
                break;
            default:
                break;
        }
    }

    // A limit set beyond 64 levels leaves the entries below them to the limit of tokens.
    private static ulong Bit(int depth) => depth < 64 ? 1UL << depth : 0;

    private static TextPlace Here(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) =>
        SourcePosition.At(utf8, (int)reader.TokenStartIndex);
}
