using Sbirt.Content.Languages;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>One thing that was mended in a document.</summary>
/// <param name="Pointer">Where, as JSON Pointer into the document as it was; empty for the whole.</param>
/// <param name="Text">What was changed into what.</param>
internal sealed record DoctorChange(string Pointer, Localized Text);
