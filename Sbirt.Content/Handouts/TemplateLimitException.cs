namespace Sbirt.Content.Handouts;

/// <summary>A text grew past the renderer's limit; the page is not made and the program goes on.</summary>
public sealed class TemplateLimitException(string message) : Exception(message);
