using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>Takes blanks out of prefetch tokens (row 56).</summary>
internal static partial class DiscoveryMends
{
    public static void Apply(JsonObject root, MendingLog log)
    {
        foreach (var prefetch in MendingLog.Objects(root, "services").Select(service => service["prefetch"]).OfType<JsonObject>())
        {
            foreach (var name in prefetch.Select(member => member.Key).ToArray())
            {
                if (MendingLog.TextOf(prefetch, name) is { } text && Blanks().Replace(text, "{{$1}}") is var tight && tight != text)
                {
                    log.Set(prefetch, name, tight, "トークンの中の空白を除きました。", "Blanks inside tokens were removed.");
                }
            }
        }
    }

    [GeneratedRegex(@"\{\{\s*([^{}\s]+)\s*\}\}", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Blanks();
}
