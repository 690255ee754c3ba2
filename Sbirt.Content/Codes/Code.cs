namespace Sbirt.Content.Codes;

/// <summary>A code of a code system, such as LOINC 75624-7; systems are compared as exact URIs.</summary>
public sealed record Code(string System, string Value, string? Display = null);
