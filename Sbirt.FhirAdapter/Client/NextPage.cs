using System.Text.Json;

namespace Sbirt.FhirAdapter.Client;

/// <summary>Where a searchset says it goes on.</summary>
internal static class NextPage
{
    /// <summary>The address of the next page as written, or null.</summary>
    public static string? LinkOf(JsonElement bundle) =>
        bundle.TryGetProperty("link"u8, out var links) && links.ValueKind == JsonValueKind.Array
            ? links.EnumerateArray().Where(IsNext).Select(UrlOf).FirstOrDefault()
            : null;

    /// <summary>The address when it stays below the base that was trusted; otherwise null.</summary>
    public static Uri? Under(Uri baseUrl, string link) =>
        Uri.TryCreate(Folder(baseUrl), link, out var url)
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0
        && !url.AbsolutePath.Contains('%', StringComparison.Ordinal)
        && TrustedServers.Covers(baseUrl, url)
            ? url
            : null;

    // Relative addresses count from the base as from a folder.
    private static Uri Folder(Uri baseUrl) => new($"{baseUrl.AbsoluteUri.TrimEnd('/')}/", UriKind.Absolute);

    private static bool IsNext(JsonElement link) =>
        link.ValueKind == JsonValueKind.Object
        && link.TryGetProperty("relation"u8, out var relation)
        && relation.ValueKind == JsonValueKind.String
        && relation.ValueEquals("next"u8);

    // A next link without an address is kept as one that leads nowhere, and so is refused.
    private static string UrlOf(JsonElement link) =>
        link.TryGetProperty("url"u8, out var url) && url.ValueKind == JsonValueKind.String ? url.GetString()! : "http://";
}
