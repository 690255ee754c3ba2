namespace Sbirt.Content.Handouts;

/// <summary>A template cannot be compiled, or asks for a value that nobody has; found at start, never by a patient.</summary>
public sealed class TemplateException(string message, Exception inner) : Exception(message, inner);
