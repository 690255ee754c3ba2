using System.Text.Json;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Json;

/// <summary>
/// Finds line and column of a place in the bytes that were sent. It walks the bytes again, and is asked only
/// when something is wrong, so that a right body pays nothing for it.
/// </summary>
public static class SourcePosition
{
    /// <summary>
    /// Where the value stands that a simple FHIRPath expression names (element names, indexes, and
    /// <c>ofType()</c>, which is passed over). What is absent is placed at the nearest ancestor that is there.
    /// Null when the bytes are not JSON.
    /// </summary>
    public static TextPlace? Find(ReadOnlySpan<byte> utf8, string fhirPath)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
            return reader.Read() ? At(utf8, Walk(ref reader, PathStep.Parse(fhirPath))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Line and column of a byte offset.</summary>
    public static TextPlace At(ReadOnlySpan<byte> utf8, int offset)
    {
        var cursor = new PlaceCursor(utf8);
        return cursor.MoveTo(offset);
    }

    /// <summary>Line and column, counted in characters, of a parser's complaint, which counts bytes from 0.</summary>
    internal static TextPlace At(ReadOnlySpan<byte> utf8, JsonException fault)
    {
        var start = 0;
        for (var line = 0L; line < fault.LineNumber; line++)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return At(utf8, Math.Min(start + (int)(fault.BytePositionInLine ?? 0), utf8.Length));
    }

    private static int Walk(ref Utf8JsonReader reader, IReadOnlyList<PathStep> steps)
    {
        var place = (int)reader.TokenStartIndex;
        foreach (var step in steps)
        {
            if (reader.TokenType != JsonTokenType.StartObject || !MoveToProperty(ref reader, step))
            {
                return place;
            }

            place = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                if (!MoveToMember(ref reader, step.Index))
                {
                    return place;
                }

                place = (int)reader.TokenStartIndex;
            }
        }

        return place;
    }

    private static bool MoveToProperty(ref Utf8JsonReader reader, PathStep step)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = step.Names(reader.ValueSpan);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool MoveToMember(ref Utf8JsonReader reader, int index)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
