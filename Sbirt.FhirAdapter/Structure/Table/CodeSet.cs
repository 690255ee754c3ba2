using System.Collections.Immutable;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>The codes of a value set that is bound with strength required.</summary>
internal sealed class CodeSet
{
    private readonly NameTable<string> _codes;
    private readonly ImmutableArray<(string System, NameTable<string> Codes)> _systems;

    public CodeSet(string name, IReadOnlyCollection<(string System, string[] Codes)> systems)
    {
        Name = name;
        Codes = [.. systems.SelectMany(system => system.Codes).Distinct(StringComparer.Ordinal)];
        _codes = new NameTable<string>(Codes.Select(code => (code, code)));
        _systems = [.. systems.Select(system =>
            (system.System, new NameTable<string>(system.Codes.Select(code => (code, code)))))];
    }

    /// <summary>Last part of the value set's canonical URL.</summary>
    public string Name { get; }

    public ImmutableArray<string> Codes { get; }

    /// <summary>Whether the value set has the code, in whichever system.</summary>
    public bool Has(ReadOnlySpan<byte> code) => _codes.Find(code) is not null;

    /// <summary>Whether the value set has the code of this system.</summary>
    public bool Has(string system, ReadOnlySpan<byte> code)
    {
        foreach (var (known, codes) in _systems)
        {
            if (known == system)
            {
                return codes.Find(code) is not null;
            }
        }

        return false;
    }
}
