using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>A pack with the file it came from.</summary>
internal sealed record ReadPack(ThresholdPack Pack, ContentFile File)
{
    /// <summary>The line on which a top-level key stands, 1 when it is absent.</summary>
    public int LineOf(string key)
    {
        var lines = File.Text.Split('\n');
        return Math.Max(0, Array.FindIndex(lines, line => line.StartsWith(key + ":", StringComparison.Ordinal))) + 1;
    }
}
