using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sbirt.FhirAdapter.Bundles;

/// <summary>
/// Finds links from one entry of a Bundle to another whose address changes when it is stored. R4 would have the
/// server rewrite them (http.html#trules); what is stored here stays as it was sent, so such a link would lead nowhere.
/// </summary>
internal sealed partial class EntryLinks
{
    // Elements of type Reference and of the URI types that R4 lists; a string or an identifier is no link.
    private static readonly HashSet<string> LinkNames = new(StringComparer.Ordinal)
    {
        "reference", "url", "source", "valueUri", "valueUrl", "valueOid", "valueUuid",
    };

    private readonly HashSet<string> addresses = new(StringComparer.Ordinal);

    /// <summary>Notes the address of an entry that is to be stored.</summary>
    /// <param name="isNew">It gets an id of its own (POST); a PUT keeps the one in its address.</param>
    public void Add(string? fullUrl, bool isNew)
    {
        if (fullUrl is null || (!isNew && !fullUrl.StartsWith("urn:", StringComparison.Ordinal)))
        {
            return;
        }

        addresses.Add(fullUrl);
        if (fullUrl.Split('/') is [.., var type, var id] && fullUrl.Contains("://", StringComparison.Ordinal))
        {
            addresses.Add($"{type}/{id}");
        }
    }

    /// <summary>FHIRPath of the first such link in the resource; null: it has none.</summary>
    public string? FirstIn(JsonElement resource, string path) => addresses.Count == 0 ? null : Find(resource, path, "");

    private string? Find(JsonElement element, string path, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Select(property => Find(property.Value, $"{path}.{property.Name}", property.Name))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray()
            .Select((each, index) => Find(each, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), name))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.String => IsLink(name, element.GetString()!) ? path : null,
        _ => null,
    };

    private bool IsLink(string name, string text) => name == "div"
        ? Hyperlinks().Matches(text).Any(link => addresses.Contains(link.Groups[1].Value))
        : LinkNames.Contains(name) && addresses.Contains(text.Split("/_history/")[0]);

    [GeneratedRegex("(?:href|src)\\s{0,8}=\\s{0,8}[\"']([^\"']*)[\"']", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Hyperlinks();
}
