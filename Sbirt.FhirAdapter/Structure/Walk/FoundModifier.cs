namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>A modifier extension before its byte offset became a line and column.</summary>
internal readonly record struct FoundModifier(string Url, string FhirPath, int Offset);
