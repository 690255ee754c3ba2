using System.Text.Json;

namespace Sbirt.FhirAdapter.Json;

/// <summary>
/// JSON that was sent to us, read once within the limits: its elements, and its bytes exactly as they came.
/// Numbers keep their written form (<c>JsonElement.GetRawText</c>). Dispose it when it was answered.
/// </summary>
public sealed class FhirDocument : IDisposable
{
    private readonly JsonDocument _document;

    internal FhirDocument(JsonDocument document, ReadOnlyMemory<byte> utf8)
    {
        _document = document;
        Utf8 = utf8;
    }

    /// <summary>The bytes as they came; the caller of <see cref="FhirJson.Read"/> must not change them.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The outermost object.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>What <c>resourceType</c> says, wherever it stands in the object; null when it is absent.</summary>
    public string? ResourceType =>
        Root.TryGetProperty("resourceType"u8, out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    public void Dispose() => _document.Dispose();
}
