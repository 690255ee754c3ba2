using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>The resource that <c>#</c> references are about.</summary>
internal struct Container
{
    /// <summary>Byte offset of its brace.</summary>
    public int Start;

    /// <summary>Whether the walk is inside one of its contained resources.</summary>
    public bool IsInsideContained;

    /// <summary>Its contained resources by id, once they were needed.</summary>
    public Dictionary<string, StructureType?>? Contained;
}
