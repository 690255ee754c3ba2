using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Structure;

/// <summary>One way in which a body is not FHIR R4.</summary>
/// <param name="Code">Stable code, such as <c>element-missing</c>.</param>
/// <param name="FhirPath">The place, as a FHIRPath of element names and indexes.</param>
/// <param name="Line">Line in the body, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="Text">What is wrong; it repeats nothing of the body but element names.</param>
/// <param name="Expected">What R4 has there: a form, codes or types; null when there is nothing to add.</param>
public sealed record StructureFault(
    string Code, string FhirPath, int Line, int Column, Localized Text, string? Expected = null)
{
    /// <summary>The fault as a reason against the body; what R4 expects there ends the sentence.</summary>
    public Reason ToReason()
    {
        var text = Expected is null
            ? Text
            : new Localized($"{Text.Ja}（R4: {Expected}）", $"{Text.En} (R4: {Expected})");
        return new Reason(Code, text, FhirPath, new TextPlace(Line, Column));
    }
}
