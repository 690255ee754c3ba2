namespace Sbirt.Content.ContentFiles;

/// <summary>What is wrong in a content file, where, and how to mend it; any fault stops the start.</summary>
/// <param name="Line">1-based.</param>
public sealed record ContentFault(string File, int Line, string What, string Fix)
{
    public override string ToString() => $"{File}:{Line}: {What} Fix: {Fix}";
}
