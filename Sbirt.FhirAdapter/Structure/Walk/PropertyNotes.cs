using System.Runtime.InteropServices;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>The notes of all open objects on one stack; an object takes its own away when it ends.</summary>
internal sealed class PropertyNotes
{
    private readonly List<PropertyNote> _notes = [];
    private readonly List<int> _nulls = [];

    public int Count => _notes.Count;

    public int NullCount => _nulls.Count;

    /// <summary>Notes a property that was read, if it must be compared; its nulls are those added since.</summary>
    public void Add(StructureProperty property, bool isTwin, int offset, int count, int nullsFrom)
    {
        if (property.IsNoted)
        {
            _notes.Add(new PropertyNote(property, isTwin, offset, count, nullsFrom, _nulls.Count));
        }
    }

    public void AddNull(int index) => _nulls.Add(index);

    /// <summary>Whether an object that began at this mark already has the element in another of its types.</summary>
    public bool HasOtherType(int mark, StructureProperty property)
    {
        foreach (var note in Since(mark))
        {
            if (note.Property.Element == property.Element && note.Property != property)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first array since the mark that does not match its twin, or null.</summary>
    public PropertyNote? FirstMisaligned(int mark)
    {
        foreach (var note in Since(mark))
        {
            if (note.Count >= 0 && !IsAligned(note, TwinOf(note, mark)))
            {
                return note;
            }
        }

        return null;
    }

    public void Forget(int mark)
    {
        if (_notes.Count > mark)
        {
            _nulls.RemoveRange(_notes[mark].NullsFrom, _nulls.Count - _notes[mark].NullsFrom);
            _notes.RemoveRange(mark, _notes.Count - mark);
        }
    }

    private ReadOnlySpan<PropertyNote> Since(int mark) => CollectionsMarshal.AsSpan(_notes)[mark..];

    private PropertyNote? TwinOf(PropertyNote of, int mark)
    {
        foreach (var note in Since(mark))
        {
            if (note.Property == of.Property && note.IsTwin != of.IsTwin)
            {
                return note;
            }
        }

        return null;
    }

    private bool IsAligned(PropertyNote note, PropertyNote? twin)
    {
        if (twin is not { } other)
        {
            return note.NullsFrom == note.NullsTo;
        }

        return note.Count == other.Count && !NullsOf(note).ContainsAny(NullsOf(other));
    }

    private ReadOnlySpan<int> NullsOf(PropertyNote note) =>
        CollectionsMarshal.AsSpan(_nulls)[note.NullsFrom..note.NullsTo];

    /// <summary>Reports an element that stands twice in its object, or a second type of one choice.</summary>
    public void CheckFirst(FaultCollector faults, in OpenObject open, StructureProperty property, bool isTwin, int at)
    {
        if (property.Element.IsChoice && HasOtherType(open.Mark, property))
        {
            faults.Add(FaultCodes.ChoiceRepeated, at);
        }
        else if (((isTwin ? open.Twins : open.Values) & property.Element.Bit) != 0)
        {
            faults.Add(FaultCodes.Duplicate, at);
        }
    }
}
