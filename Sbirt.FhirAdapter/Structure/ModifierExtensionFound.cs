namespace Sbirt.FhirAdapter.Structure;

/// <summary>
/// A modifier extension in a body: who does not know its URL must not use the element that holds it.
/// </summary>
public sealed record ModifierExtensionFound(string Url, string FhirPath, int Line, int Column);
