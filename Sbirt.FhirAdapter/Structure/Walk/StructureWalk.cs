using System.Text.Json;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>
/// Goes once through a body and holds every property against the structure table; recursion ends at the JSON depth.
/// Spans and a reader by reference, because a string per name would cost more than the check.
/// </summary>
internal ref struct StructureWalk(
    ReadOnlySpan<byte> utf8, StructureTable table, FaultCollector faults, List<FoundModifier>? modifiers)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private readonly StructureTable _table = table;
    private readonly FaultCollector _faults = faults;
    private readonly List<FoundModifier>? _modifiers = modifiers;
    private readonly PlacePath _path = faults.Path;
    private readonly PropertyNotes _notes = new();
    private readonly UnescapedText _text = new();
    private Utf8JsonReader _reader = new(utf8, new JsonReaderOptions { MaxDepth = JsonLimits.Bundles.Depth });
    private Container _container;

    private readonly int Offset => (int)_reader.TokenStartIndex;

    /// <summary>Reads the whole body; throws JsonException where it is not JSON or too deep.</summary>
    public void Start()
    {
        if (_reader.Read() && _reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        WalkResource(null);
        while (!_faults.IsFull && _reader.Read())
        {
        }
    }

    public readonly void Dispose() => _text.Dispose();

    private void WalkResource(StructureProperty? via)
    {
        if (Ahead.ResourceType(_reader, _table, _faults) is not { } type)
        {
            _reader.Skip();
            return;
        }

        if (via is null)
        {
            _path.Root = type.Name;
        }

        if (via is { IsContained: true })
        {
            WalkContained(type, via);
            return;
        }

        var outer = _container;
        _container = new Container { Start = Offset };
        WalkObject(type, via);
        _container = outer;
    }

    private void WalkContained(StructureType type, StructureProperty via)
    {
        var start = Offset;
        var isNested = _container.IsInsideContained;
        if (isNested)
        {
            _faults.Add(FaultCodes.ContainedNested, start);
        }

        _container.IsInsideContained = true;
        var hasId = (WalkObject(type, via).Values & type.Id) != 0;
        _container.IsInsideContained = isNested;
        if (!hasId)
        {
            _faults.Add(FaultCodes.ContainedWithoutId, start);
        }
    }

    private OpenObject WalkObject(StructureType type, StructureProperty? via, bool isTwin = false)
    {
        var open = new OpenObject(type, via, Offset, _notes.Count);
        while (!_faults.IsFull && _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            WalkProperty(ref open);
        }

        if (!_faults.IsFull)
        {
            new ObjectEnd(_faults, _notes).Check(open, isTwin);
        }

        _notes.Forget(open.Mark);
        return open;
    }

    private void WalkProperty(ref OpenObject open)
    {
        var at = Offset;
        var name = _text.Of(ref _reader);
        var isTwin = name.Length > 1 && name[0] == '_';
        var property = open.Type.Properties.Find(isTwin ? name[1..] : name);
        if (property is null || (isTwin && !property.HasTwin))
        {
            if (!(open.Type.IsResource && name.SequenceEqual("resourceType"u8)))
            {
                open.HasUnknown = true;
                new UnknownProperty(_table, _faults).Report(ref open, isTwin ? name[1..] : name, at);
            }

            _reader.Read();
            _reader.Skip();
            return;
        }

        _path.Enter(property.Element);
        _notes.CheckFirst(_faults, open, property, isTwin, at);
        open.Values |= isTwin ? 0 : property.Element.Bit;
        open.Twins |= isTwin ? property.Element.Bit : 0;
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            WalkArray(ref open, property, isTwin, at);
        }
        else
        {
            if (property.Element.IsMany)
            {
                _faults.Add(FaultCodes.NotAnArray, Offset);
            }

            _notes.Add(property, isTwin, at, -1, _notes.NullCount);
            WalkValue(ref open, property, isTwin);
        }

        _path.Leave();
    }

    private void WalkArray(ref OpenObject open, StructureProperty property, bool isTwin, int at)
    {
        if (!property.Element.IsMany)
        {
            _faults.Add(FaultCodes.NotRepeatable, Offset);
        }

        var start = Offset;
        var nullsFrom = _notes.NullCount;
        var count = 0;
        while (!_faults.IsFull && _reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _path.SetIndex(count);
            if (_reader.TokenType == JsonTokenType.Null && property.HasTwin)
            {
                _notes.AddNull(count);
            }
            else
            {
                WalkValue(ref open, property, isTwin);
            }

            count++;
        }

        _path.SetIndex(-1);
        if (count == 0)
        {
            _faults.Add(FaultCodes.Empty, start);
        }

        _notes.Add(property, isTwin, at, count, nullsFrom);
    }

    private void WalkValue(ref OpenObject open, StructureProperty property, bool isTwin)
    {
        if (property.Type.Kind == StructureKind.Primitive && !isTwin)
        {
            WalkPrimitive(open, property);
            return;
        }

        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _faults.Add(FaultCodes.WrongKind, Offset, "JSON object");
            _reader.Skip();
            return;
        }

        if (isTwin)
        {
            var twin = WalkObject(_table.Element, null, isTwin: true);
            open.ExtendedTwins |= (twin.Seen & ~twin.Type.Id) != 0 ? property.Element.Bit : 0;
            return;
        }

        WalkComplex(property);
    }

    private void WalkComplex(StructureProperty property)
    {
        if (property.Type.Kind == StructureKind.Abstract)
        {
            WalkResource(property);
            return;
        }

        if (property.Element.Codes is { } codes && !BoundConcept.Fits(_reader, codes))
        {
            _faults.Add(FaultCodes.CodeUnknown, Offset, FaultCodes.OneOf(codes.Codes));
        }

        if (property.IsModifierExtension && _modifiers is not null)
        {
            _modifiers.Add(new FoundModifier(
                Ahead.Text(_reader, "url"u8) ?? string.Empty, _path.ToString(), Offset));
        }

        WalkObject(property.Type, property);
    }

    private void WalkPrimitive(in OpenObject open, StructureProperty property)
    {
        var check = new PrimitiveCheck(_faults, Offset);
        if (!check.IsWrittenAs(property.Type.Primitive, _reader.TokenType))
        {
            _reader.Skip();
            return;
        }

        var text = _text.Of(ref _reader);
        if (check.Fits(property, text) && property == _table.ReferenceText)
        {
            new ReferenceCheck(_table, _faults, _utf8[_container.Start..])
                .Check(text, Offset, open.Via, ref _container.Contained);
        }
    }
}
