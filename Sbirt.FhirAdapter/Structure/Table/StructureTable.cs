using System.Collections.Immutable;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>The structure of every FHIR R4 4.0.1 type, read once from the embedded <c>r4.table</c>.</summary>
internal sealed class StructureTable
{
    private static readonly Lazy<StructureTable> Shared = new(
        () => StructureTableReader.Read(EmbeddedTable.Text("r4.table")));

    private readonly Dictionary<string, StructureType> _types;
    private readonly NameTable<StructureType> _resources;
    private readonly NameTable<StructureType> _suffixes;

    public StructureTable(Dictionary<string, StructureType> types)
    {
        _types = types;
        _resources = new NameTable<StructureType>(
            types.Values.Where(type => type.IsResource).Select(type => (type.Name, type)));
        _suffixes = new NameTable<StructureType>(types.Values
            .Where(type => type.Kind is StructureKind.Primitive or StructureKind.Complex)
            .Select(type => (char.ToUpperInvariant(type.Name[0]) + type.Name[1..], type)));
        Element = types["Element"];
        ReferenceText = types["Reference"].Properties.Find("reference"u8)!;
    }

    /// <summary>The table of R4 4.0.1.</summary>
    public static StructureTable R4 => Shared.Value;

    /// <summary>What <c>_name</c> beside a primitive holds.</summary>
    public StructureType Element { get; }

    /// <summary>The property <c>Reference.reference</c>.</summary>
    public StructureProperty ReferenceText { get; }

    public ImmutableArray<string> ResourceNames =>
        [.. _types.Values.Where(type => type.IsResource).Select(type => type.Name)];

    public StructureType Type(string name) => _types[name];

    /// <summary>The concrete resource type of that name, or null.</summary>
    public StructureType? Resource(ReadOnlySpan<byte> name) => _resources.Find(name);

    /// <summary>Whether a choice could be written with this ending somewhere in R4, such as <c>Quantity</c>.</summary>
    public bool IsTypeSuffix(ReadOnlySpan<byte> name) => _suffixes.Find(name) is not null;
}
