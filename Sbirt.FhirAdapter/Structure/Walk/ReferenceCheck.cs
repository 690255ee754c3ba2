using System.Text;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>Whether a literal reference is written as one and may point where it points.</summary>
internal readonly ref struct ReferenceCheck(
    StructureTable table, FaultCollector faults, ReadOnlySpan<byte> container)
{
    private readonly StructureTable _table = table;
    private readonly FaultCollector _faults = faults;
    private readonly ReadOnlySpan<byte> _container = container;

    /// <param name="text">The reference.</param>
    /// <param name="offset">Where it stands.</param>
    /// <param name="via">The property that holds the Reference, with the types it may point to.</param>
    /// <param name="contained">The contained resources, once they were needed.</param>
    public void Check(
        ReadOnlySpan<byte> text,
        int offset,
        StructureProperty? via,
        ref Dictionary<string, StructureType?>? contained)
    {
        var reference = ReferenceText.Parse(text);
        switch (reference.Form)
        {
            case ReferenceForm.Absolute:
                return;
            case ReferenceForm.Relative:
            // Only a bundle is processed as a whole, so that a search can stand for what it will find.
            case ReferenceForm.Conditional when _faults.Path.Root == "Bundle":
                CheckTarget(_table.Resource(reference.TypeOrId), offset, via);
                return;
            case ReferenceForm.Contained when reference.TypeOrId.IsEmpty:
                return;
            case ReferenceForm.Contained:
                contained ??= ContainedResources.Of(_container, _table);
                CheckContained(Encoding.UTF8.GetString(reference.TypeOrId), offset, via, contained);
                return;
            case ReferenceForm.Malformed:
            default:
                _faults.Add(
                    FaultCodes.ReferenceMalformed, offset, "Type/id | URL | urn:uuid:… | urn:oid:… | #id");
                return;
        }
    }

    private void CheckContained(
        string id, int offset, StructureProperty? via, Dictionary<string, StructureType?> contained)
    {
        if (!contained.TryGetValue(id, out var type))
        {
            _faults.Add(FaultCodes.ReferenceNotContained, offset);
            return;
        }

        CheckTarget(type, offset, via);
    }

    private void CheckTarget(StructureType? type, int offset, StructureProperty? via)
    {
        var targets = via?.Targets ?? [];
        if (type is null || (!targets.IsEmpty && !targets.Contains(type)))
        {
            var names = targets.Select(target => target.Name);
            _faults.Add(FaultCodes.ReferenceWrongType, offset, FaultCodes.OneOf(names));
        }
    }
}
