using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>One issue of an OperationOutcome before it is written.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">Our stable code, listed in <see cref="OutcomeKinds"/>.</param>
/// <param name="Text">The sentence; it repeats nothing of the input.</param>
/// <param name="Expression">FHIRPath expression of the place; null when it is the whole.</param>
/// <param name="At">Line and column in the text that was sent; null when there was none.</param>
public sealed record OutcomeIssue(
    IssueSeverity Severity, string Code, Localized Text, string? Expression = null, TextPlace? At = null);
