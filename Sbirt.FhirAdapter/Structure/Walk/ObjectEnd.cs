using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>What can only be said of an object once all of it was read.</summary>
internal readonly ref struct ObjectEnd(FaultCollector faults, PropertyNotes notes)
{
    private readonly FaultCollector _faults = faults;
    private readonly PropertyNotes _notes = notes;

    public void Check(in OpenObject ended, bool isTwin)
    {
        var type = ended.Type;
        ReportEach(type, type.Required & ~ended.Seen, FaultCodes.Missing, ended.Start);
        ReportEach(type, ended.Twins & ~ended.Values & ~ended.ExtendedTwins, FaultCodes.Empty, ended.Start);
        // ele-1: hasValue() or (children().count() > id.count()). For a twin the value stands beside it.
        var content = isTwin ? ended.Seen : ended.Seen & ~type.Id;
        if (content == 0 && !type.IsResource && !ended.HasUnknown)
        {
            _faults.Add(FaultCodes.Empty, ended.Start);
        }

        // ext-1: extension.exists() != value.exists()
        var hasValue = (ended.Seen & type.Value) != 0;
        if (type.IsExtension && !ended.HasUnknown && hasValue == ((ended.Seen & type.Extension) != 0))
        {
            _faults.Add(FaultCodes.ExtensionContent, ended.Start, "value[x] | extension");
        }

        if (_notes.Count > ended.Mark && _notes.FirstMisaligned(ended.Mark) is { } note)
        {
            _faults.AddBelow(note.Property.Element, FaultCodes.Misaligned, note.Offset);
        }
    }

    private void ReportEach(StructureType type, ulong bits, string code, int offset)
    {
        if (bits == 0)
        {
            return;
        }

        foreach (var element in type.Elements)
        {
            if ((element.Bit & bits) != 0)
            {
                _faults.AddBelow(element, code, offset);
            }
        }
    }
}
