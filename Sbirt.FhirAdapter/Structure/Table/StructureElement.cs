using System.Collections.Immutable;
using System.Text;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>One element of a type, with the ways it can be written in JSON.</summary>
internal sealed class StructureElement
{
    public StructureElement(
        string name, int ordinal, bool isRequired, bool isMany, CodeSet? codes, IEnumerable<ElementType> types)
    {
        IsChoice = name.EndsWith("[x]", StringComparison.Ordinal);
        Name = IsChoice ? name[..^3] : name;
        Utf8Name = Encoding.UTF8.GetBytes(Name);
        Bit = 1UL << ordinal;
        IsRequired = isRequired;
        IsMany = isMany;
        Codes = codes;
        Properties = [.. types.Select(type => new StructureProperty(this, type))];
    }

    /// <summary>Its FHIRPath name: for a choice without <c>[x]</c>.</summary>
    public string Name { get; }

    public byte[] Utf8Name { get; }

    /// <summary>Marks it in the set of elements seen in one object.</summary>
    public ulong Bit { get; }

    public bool IsRequired { get; }

    public bool IsMany { get; }

    public bool IsChoice { get; }

    /// <summary>The codes of a required binding; null when there is none or they cannot be listed.</summary>
    public CodeSet? Codes { get; }

    public ImmutableArray<StructureProperty> Properties { get; }
}
