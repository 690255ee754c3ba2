using System.Collections.Immutable;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>Keeps faults with their byte offsets, and turns them into lines and columns in one go at the end.</summary>
internal sealed class FaultCollector(PlacePath path, int limit)
{
    private readonly List<(string Code, string Path, int Offset, string? Expected)> _faults = [];

    /// <summary>Where the walk is, and so where a fault is.</summary>
    public PlacePath Path { get; } = path;

    /// <summary>Whether the walk should stop.</summary>
    public bool IsFull => _faults.Count >= limit;

    public void Add(string code, int offset, string? expected = null)
    {
        if (!IsFull)
        {
            _faults.Add((code, Path.ToString(), offset, expected));
        }
    }

    /// <summary>A fault of a child of where the walk is.</summary>
    public void AddBelow(StructureElement child, string code, int offset, string? expected = null)
    {
        Path.Enter(child);
        Add(code, offset, expected);
        Path.Leave();
    }

    /// <summary>A fault of a child that has a name but is no element.</summary>
    public void AddBelow(string name, string code, int offset)
    {
        if (!IsFull)
        {
            _faults.Add((code, $"{Path}.{name}", offset, null));
        }
    }

    /// <summary>The faults in the order of the text; when there were too many, a last one says so.</summary>
    public ImmutableArray<StructureFault> Placed(ReadOnlySpan<byte> utf8)
    {
        if (_faults.Count == 0)
        {
            return [];
        }

        var cursor = new PlaceCursor(utf8);
        var placed = ImmutableArray.CreateBuilder<StructureFault>(_faults.Count + 1);
        foreach (var (code, path, offset, expected) in _faults.OrderBy(fault => fault.Offset))
        {
            var at = cursor.MoveTo(offset);
            placed.Add(new StructureFault(code, path, at.Line, at.Column, FaultTexts.Of(code), expected));
        }

        if (IsFull)
        {
            var last = placed[^1];
            placed.Add(last with
            {
                Code = FaultCodes.TooMany,
                Text = FaultTexts.Of(FaultCodes.TooMany),
                Expected = null,
            });
        }

        return placed.DrainToImmutable();
    }
}
