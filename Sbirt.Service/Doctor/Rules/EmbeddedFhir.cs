using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Structure;

namespace Sbirt.Service.Doctor.Rules;

/// <summary>FHIR resources inside a document go through the structure validator of R4; each fault is led back to its place.</summary>
internal static class EmbeddedFhir
{
    // Printed examples leave content out and say so with a member of this name.
    private const string Abbreviated = "...";

    public static void Check(PlacedValue resource, DoctorNotes notes)
    {
        if (resource[Abbreviated] is { } mark)
        {
            notes.Add(
                "fhir-abbreviated",
                mark,
                "例示のために省略されたリソースです。構造は調べていません。",
                "The resource is abbreviated as in a printed example; its structure was not checked.");
            return;
        }

        var text = notes.Utf8[resource.Offset..resource.End];
        foreach (var fault in StructureValidator.Validate(text))
        {
            var at = resource.At(resource.Offset + OffsetOf(text, fault.Line, fault.Column));
            notes.Add("fhir-structure", at, Sentence(fault));
        }
    }

    // The path says which element is meant where it is missing and so has no place of its own.
    private static Localized Sentence(StructureFault fault)
    {
        var expected = fault.Expected is null ? "" : $" (R4: {fault.Expected})";
        return new Localized($"{fault.FhirPath}: {fault.Text.Ja}{expected}", $"{fault.FhirPath}: {fault.Text.En}{expected}");
    }

    /// <summary>The byte at which a line and a column, counted in characters, begin.</summary>
    private static int OffsetOf(ReadOnlySpan<byte> utf8, int line, int column)
    {
        var offset = 0;
        for (var i = 1; i < line; i++)
        {
            offset += utf8[offset..].IndexOf((byte)'\n') + 1;
        }

        for (var i = 1; i < column; i++)
        {
            offset++;
            while (offset < utf8.Length && (utf8[offset] & 0xC0) == 0x80)
            {
                offset++;
            }
        }

        return offset;
    }
}
