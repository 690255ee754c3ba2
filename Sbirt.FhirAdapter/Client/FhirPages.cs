using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Client;

/// <summary>The resource that was read, or the pages of a searchset in order. It owns the documents: dispose it when they were used.</summary>
public sealed class FhirPages : IDisposable
{
    internal FhirPages(ImmutableArray<FhirDocument> documents, bool isTruncated)
    {
        Documents = documents;
        IsTruncated = isTruncated;
    }

    /// <summary>Each answer as it came, at least one.</summary>
    public ImmutableArray<FhirDocument> Documents { get; }

    /// <summary>Whether the server had more pages than are read.</summary>
    public bool IsTruncated { get; }

    /// <summary>
    /// The resources themselves, those of a searchset taken out of its entries, in order. A server's remarks on a
    /// search (OperationOutcome) are among them, and so is what was entered in error: readers choose.
    /// </summary>
    public IEnumerable<JsonElement> Resources() => Documents.SelectMany(document => ResourcesOf(document.Root));

    public void Dispose()
    {
        foreach (var document in Documents)
        {
            document.Dispose();
        }
    }

    /// <summary>The resources of a Bundle's entries, or the resource itself.</summary>
    internal static IEnumerable<JsonElement> ResourcesOf(JsonElement root)
    {
        if (!root.TryGetProperty("resourceType"u8, out var type) || !type.ValueEquals("Bundle"u8))
        {
            return [root];
        }

        return root.TryGetProperty("entry"u8, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? entries.EnumerateArray()
                .Where(entry => entry.ValueKind == JsonValueKind.Object)
                .Select(entry => entry.TryGetProperty("resource"u8, out var resource) ? resource : default)
                .Where(resource => resource.ValueKind == JsonValueKind.Object)
            : [];
    }
}
