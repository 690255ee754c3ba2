namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>The FHIR value set <c>issue-severity</c>.</summary>
public enum IssueSeverity
{
    Information,
    Warning,
    Error,
    Fatal,
}
