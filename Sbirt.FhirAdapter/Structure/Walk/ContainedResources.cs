using System.Text.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>
/// The ids of the resources that a resource contains, with their types. Read ahead only when a reference begins
/// with <c>#</c>, and once for all of them.
/// </summary>
internal static class ContainedResources
{
    /// <param name="container">The bytes from the brace of the containing resource on.</param>
    /// <param name="table">The types.</param>
    public static Dictionary<string, StructureType?> Of(ReadOnlySpan<byte> container, StructureTable table)
    {
        var found = new Dictionary<string, StructureType?>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(container);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isContained = reader.ValueTextEquals("contained"u8);
            reader.Read();
            if (!isContained || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Take(ref reader, table, found);
            }
        }

        return found;
    }

    private static void Take(
        ref Utf8JsonReader reader, StructureTable table, Dictionary<string, StructureType?> found)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        string? id = null;
        StructureType? type = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isType = reader.ValueTextEquals("resourceType"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
            {
                id = reader.GetString();
            }
            else if (isType && reader.TokenType == JsonTokenType.String)
            {
                type = table.Resource(reader.ValueSpan);
            }
            else
            {
                reader.Skip();
            }
        }

        if (id is not null)
        {
            found[id] = type;
        }
    }
}
