using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Doctor;

/// <summary>One thing in a document that is not as CDS Hooks has it.</summary>
/// <param name="Requirement">What asks for it.</param>
/// <param name="Pointer">Where, as JSON Pointer (RFC 6901); empty for the whole document.</param>
/// <param name="At">Where, as line and column in the text.</param>
/// <param name="Text">What is wrong; it repeats no value of the document.</param>
internal sealed record DoctorFinding(Requirement Requirement, string Pointer, TextPlace At, Localized Text)
{
    /// <summary>Whether a SHALL is broken.</summary>
    public bool IsBroken => Requirement.Strength == Strength.Shall;
}
