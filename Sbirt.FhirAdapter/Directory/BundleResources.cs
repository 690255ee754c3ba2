using System.Text.Json;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>The resources of a Bundle, found by what refers to them: full URL or type and id.</summary>
internal sealed class BundleResources
{
    private readonly Dictionary<string, JsonElement> byReference = new(StringComparer.Ordinal);

    public BundleResources(JsonElement bundle)
    {
        var row = 0;
        foreach (var entry in bundle.Items("entry"))
        {
            row++;
            if (entry.Member("resource") is not { ValueKind: JsonValueKind.Object } resource)
            {
                All.Add((row, string.Empty, entry));
                continue;
            }

            var type = resource.Text("resourceType") ?? string.Empty;
            All.Add((row, type, resource));
            if (entry.Text("fullUrl") is { } url)
            {
                byReference.TryAdd(url, resource);
            }

            if (resource.Text("id") is { } id)
            {
                byReference.TryAdd($"{type}/{id}", resource);
            }
        }
    }

    /// <summary>Every entry with its 1-based row and resource type.</summary>
    public List<(int Row, string Type, JsonElement Resource)> All { get; } = [];

    /// <summary>What a Reference leads to; null when it leads nowhere in the Bundle.</summary>
    public JsonElement? Find(JsonElement? reference)
    {
        if (reference.Text("reference") is not { } target)
        {
            return null;
        }

        if (byReference.TryGetValue(target, out var found))
        {
            return found;
        }

        var parts = target.Split('/');
        return parts.Length >= 2 && byReference.TryGetValue($"{parts[^2]}/{parts[^1]}", out found) ? found : null;
    }
}
