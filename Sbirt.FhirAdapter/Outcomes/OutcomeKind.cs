namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>What one of our codes means to HTTP and to FHIR.</summary>
/// <param name="Status">HTTP status when the request is refused for it.</param>
/// <param name="IssueType">Code of the FHIR value set <c>issue-type</c>.</param>
public readonly record struct OutcomeKind(int Status, string IssueType);
