using System.Collections.Immutable;
using Sbirt.FhirAdapter.Structure.Primitives;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>One R4 type: a resource, a data type, or a group of elements inside one of them.</summary>
internal sealed class StructureType(string name, StructureKind kind)
{
    public string Name { get; } = name;

    public StructureKind Kind { get; } = kind;

    public PrimitiveKind Primitive { get; } =
        kind == StructureKind.Primitive ? PrimitiveKinds.Of(name) : PrimitiveKind.None;

    public ImmutableArray<StructureElement> Elements { get; private set; } = [];

    /// <summary>Elements written as <c>name[x]</c>.</summary>
    public ImmutableArray<StructureElement> Choices { get; private set; } = [];

    /// <summary>What can stand in JSON, choices under each of their names.</summary>
    public NameTable<StructureProperty> Properties { get; private set; } = new([]);

    /// <summary>One bit per element that must be there.</summary>
    public ulong Required { get; private set; }

    /// <summary>Bit of <c>id</c>, which every type but the primitives has.</summary>
    public ulong Id { get; private set; }

    /// <summary>Bit of <c>extension</c>, or 0.</summary>
    public ulong Extension { get; private set; }

    /// <summary>Bit of a choice named <c>value</c>, or 0.</summary>
    public ulong Value { get; private set; }

    public bool IsResource => Kind == StructureKind.Resource;

    public bool IsExtension { get; } = name == "Extension";

    /// <summary>Completed once all types are known, since types name one another.</summary>
    public void Complete(ImmutableArray<StructureElement> elements)
    {
        Elements = elements;
        Choices = [.. elements.Where(element => element.IsChoice)];
        Properties = new NameTable<StructureProperty>(
            elements.SelectMany(element => element.Properties).Select(property => (property.JsonName, property)));
        foreach (var element in elements)
        {
            Required |= element.IsRequired ? element.Bit : 0;
            Id |= element.Name == "id" ? element.Bit : 0;
            Extension |= element.Name == "extension" ? element.Bit : 0;
            Value |= element is { Name: "value", IsChoice: true } ? element.Bit : 0;
        }
    }
}
