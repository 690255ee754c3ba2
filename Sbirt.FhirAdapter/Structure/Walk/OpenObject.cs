using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>What is known of the object that is being read; elements are one bit each.</summary>
internal struct OpenObject(StructureType type, StructureProperty? via, int start, int mark)
{
    public readonly StructureType Type = type;

    /// <summary>The property that holds the object; null for the body itself and for underscore twins.</summary>
    public readonly StructureProperty? Via = via;

    /// <summary>Byte offset of its brace.</summary>
    public readonly int Start = start;

    /// <summary>Where its notes begin.</summary>
    public readonly int Mark = mark;

    /// <summary>Elements that have a value.</summary>
    public ulong Values;

    /// <summary>Primitives that have an underscore twin.</summary>
    public ulong Twins;

    /// <summary>Twins with more than an id, which stand for an element even without a value.</summary>
    public ulong ExtendedTwins;

    /// <summary>Whether something stood in it that R4 does not have there.</summary>
    public bool HasUnknown;

    public readonly ulong Seen => Values | Twins;
}
