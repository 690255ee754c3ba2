using System.Text.Json;

namespace Sbirt.Service.Security.Tokens;

/// <summary>Strings out of a token, bounded in length and never empty.</summary>
internal static class JsonText
{
    /// <summary>The string under a name; null when it is absent, empty, longer than allowed or no string.</summary>
    public static string? In(JsonElement element, string name, int mostLength) =>
        element.TryGetProperty(name, out var value) ? Of(value, mostLength) : null;

    /// <summary>False when something is there that is not such a string.</summary>
    public static bool IsTextOrAbsent(JsonElement element, string name, int mostLength, out string? text)
    {
        text = In(element, name, mostLength);
        return text is not null || !element.TryGetProperty(name, out _);
    }

    public static string? Of(JsonElement value, int mostLength) =>
        value.ValueKind == JsonValueKind.String && TextOf(value) is { Length: > 0 } text && text.Length <= mostLength ? text : null;

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8.
            return null;
        }
    }
}
