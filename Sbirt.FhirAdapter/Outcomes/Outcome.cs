namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>An answer that is an OperationOutcome: the HTTP status it goes with and its JSON in UTF-8.</summary>
public sealed record Outcome(int Status, ReadOnlyMemory<byte> Json);
