using System.Text.Json;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Json;

/// <summary>Finds where a name is written twice in one object; walked only when one may be.</summary>
internal static class DuplicateKey
{
    /// <summary>The place of the first repetition in the order of the text.</summary>
    public static TextPlace? Find(ReadOnlySpan<byte> utf8)
    {
        var open = new Stack<HashSet<string>>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek().Add(reader.GetString()!):
                    return SourcePosition.At(utf8, (int)reader.TokenStartIndex);
                default:
                    break;
            }
        }

        return null;
    }
}
