using System.Text.Json;
using Sbirt.FhirAdapter.Structure.Primitives;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>Whether a primitive's JSON value is of the right kind, form and value set.</summary>
internal readonly ref struct PrimitiveCheck(FaultCollector faults, int offset)
{
    private readonly FaultCollector _faults = faults;
    private readonly int _offset = offset;

    public bool IsWrittenAs(PrimitiveKind kind, JsonTokenType token) =>
        PrimitiveKinds.IsWrittenAs(kind, token) || Report(FaultCodes.WrongKind, PrimitiveKinds.Form(kind));

    public bool Fits(StructureProperty property, ReadOnlySpan<byte> text)
    {
        var kind = property.Type.Primitive;
        if (text.IsEmpty)
        {
            return Report(FaultCodes.Empty, null);
        }

        if (!PrimitiveForm.Fits(kind, text))
        {
            return Report(FaultCodes.Malformed, PrimitiveKinds.Form(kind));
        }

        return property.Element.Codes is not { } codes
            || codes.Has(text)
            || Report(FaultCodes.CodeUnknown, FaultCodes.OneOf(codes.Codes));
    }

    private bool Report(string code, string? expected)
    {
        _faults.Add(code, _offset, expected);
        return false;
    }
}
