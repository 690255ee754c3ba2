namespace Sbirt.Content.Findings;

/// <summary>A place in a text that was sent or kept as a file; both count from 1, columns in characters.</summary>
public readonly record struct TextPlace(int Line, int Column);
