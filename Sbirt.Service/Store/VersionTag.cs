using System.Globalization;

namespace Sbirt.Service.Store;

/// <summary>A version as HTTP carries it: <c>W/"3"</c> in ETag and If-Match.</summary>
internal static class VersionTag
{
    public static string Write(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>Reads <c>W/"3"</c> or <c>"3"</c>; anything else (a list, <c>*</c>) is not a version.</summary>
    public static bool TryRead(string? tag, out long version)
    {
        version = 0;
        var text = tag.AsSpan().Trim();
        if (text.StartsWith("W/", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        return text.Length > 2 && text[0] == '"' && text[^1] == '"'
            && long.TryParse(text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out version)
            && version > 0;
    }
}
