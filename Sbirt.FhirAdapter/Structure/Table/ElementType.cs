using System.Collections.Immutable;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>One type an element can have.</summary>
/// <param name="Type">The type that rules its content.</param>
/// <param name="Code">The type's name as it ends the JSON name of a choice.</param>
/// <param name="IsBare">A value that can carry neither id nor extensions.</param>
/// <param name="Targets">Types a reference may point to; empty when any.</param>
internal sealed record ElementType(
    StructureType Type, string Code, bool IsBare, ImmutableArray<StructureType> Targets);
