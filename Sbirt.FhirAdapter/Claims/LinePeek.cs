using System.Text.Json;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>
/// A look at one line with <see cref="Utf8JsonReader"/> alone: is it whole, which type is it, and does it hold what changes the
/// meaning of the rest. Lines of types that are not used cost no more than this.
/// </summary>
internal readonly ref struct LinePeek
{
    private LinePeek(ReadOnlySpan<byte> type, bool isModified)
    {
        Type = type;
        IsWhole = true;
        IsModified = isModified;
    }

    /// <summary>The value of <c>resourceType</c>, or empty.</summary>
    public ReadOnlySpan<byte> Type { get; }

    public bool IsWhole { get; }

    /// <summary>It holds <c>modifierExtension</c> or <c>implicitRules</c> somewhere.</summary>
    public bool IsModified { get; }

    public static LinePeek At(ReadOnlySpan<byte> line, int depth)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = depth });
        ReadOnlySpan<byte> type = default;
        var isModified = false;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    isModified |= reader.ValueTextEquals("modifierExtension"u8) || reader.ValueTextEquals("implicitRules"u8);
                    if (reader.CurrentDepth == 1 && reader.ValueTextEquals("resourceType"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
                    {
                        type = reader.ValueSpan;
                    }
                }
            }
        }
        catch (JsonException)
        {
            return default;
        }

        return new LinePeek(type, isModified);
    }
}
