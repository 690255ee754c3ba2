using System.Text.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>Looks ahead in an object for one property that may stand anywhere in it, with a copy of the reader.</summary>
internal static class Ahead
{
    /// <summary>Moves a reader from an object's brace to the value of a property; false when there is none.</summary>
    public static bool MoveTo(ref Utf8JsonReader ahead, ReadOnlySpan<byte> property)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals(property);
            ahead.Read();
            if (found)
            {
                return true;
            }

            ahead.Skip();
        }

        return false;
    }

    /// <summary>The text of a property, or null when it is absent or no string.</summary>
    public static string? Text(Utf8JsonReader ahead, ReadOnlySpan<byte> property) =>
        MoveTo(ref ahead, property) && ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;

    /// <summary>
    /// The concrete type that <c>resourceType</c> names, reported when there is none; nearly always it is first.
    /// </summary>
    public static StructureType? ResourceType(Utf8JsonReader ahead, StructureTable table, FaultCollector faults)
    {
        var start = (int)ahead.TokenStartIndex;
        if (!MoveTo(ref ahead, "resourceType"u8))
        {
            faults.Add(FaultCodes.ResourceTypeMissing, start);
            return null;
        }

        var type = ahead.TokenType == JsonTokenType.String ? table.Resource(ahead.ValueSpan) : null;
        if (type is null)
        {
            faults.Add(FaultCodes.ResourceTypeUnknown, (int)ahead.TokenStartIndex);
        }

        return type;
    }
}
