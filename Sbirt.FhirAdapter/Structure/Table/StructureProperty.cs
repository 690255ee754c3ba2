using System.Collections.Immutable;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>A JSON property of an object: an element, or one type of a choice.</summary>
internal sealed class StructureProperty(StructureElement element, ElementType type)
{
    public StructureElement Element { get; } = element;

    public StructureType Type { get; } = type.Type;

    public string JsonName { get; } = element.IsChoice
        ? element.Name + char.ToUpperInvariant(type.Code[0]) + type.Code[1..]
        : element.Name;

    /// <summary>Types a reference may point to; empty when any.</summary>
    public ImmutableArray<StructureType> Targets { get; } = type.Targets;

    /// <summary>Whether <c>_name</c> may stand beside it with the value's id and extensions.</summary>
    public bool HasTwin { get; } = type.Type.Kind == StructureKind.Primitive && !type.IsBare;

    public bool IsContained { get; } = element.Name == "contained";

    public bool IsModifierExtension { get; } = element.Name == "modifierExtension";

    /// <summary>Whether it must be noted until its object ends, to compare it with what stands beside it.</summary>
    public bool IsNoted { get; } =
        element.IsChoice || (element.IsMany && type.Type.Kind == StructureKind.Primitive);
}
