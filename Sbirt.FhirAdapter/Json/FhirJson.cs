using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Json;

/// <summary>
/// The one way JSON comes in and goes out. In: strict RFC 8259 in UTF-8 within <see cref="JsonLimits"/>, without
/// duplicate names, refused with a reason and its place. Out: <see cref="Utf8JsonWriter"/>, Japanese readable.
/// </summary>
public static class FhirJson
{
    /// <summary>The media type of everything under <c>/fhir</c>.</summary>
    public const string MediaType = "application/fhir+json";

    private static readonly JsonWriterOptions Relaxed = new()
    {
        // The output is never placed inside HTML; escaping Japanese would triple its size and hide it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, or the one reason why its text cannot be read.</summary>
    public static Reading<FhirDocument> Read(ReadOnlyMemory<byte> utf8, JsonLimits limits)
    {
        // Most bodies are too small to pass a limit, and the parser refuses the rest itself; only what it refuses is looked
        // through token by token, for the reason and its place.
        if (JsonScan.CannotPass(utf8.Span, limits) && TryParse(utf8, limits.Depth) is { } document)
        {
            return new Reading<FhirDocument>.Ok(document);
        }

        if (JsonScan.FirstFault(utf8.Span, limits, out var mayRepeat) is { } fault)
        {
            return Reading<FhirDocument>.Refuse(fault);
        }

        return mayRepeat && DuplicateKey.Find(utf8.Span) is { } place
            ? Reading<FhirDocument>.Refuse(JsonReasons.DuplicateKey(place))
            : new Reading<FhirDocument>.Ok(ParseChecked(utf8, limits.Depth));
    }

    /// <summary>A document of bytes that were read before: they are JSON, and no name stands twice in an object.</summary>
    internal static FhirDocument ParseChecked(ReadOnlyMemory<byte> utf8, int depth) =>
        new(JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = depth }), utf8);

    /// <summary>Null: no JSON object, too deep, or a name stands twice in one object.</summary>
    private static FhirDocument? TryParse(ReadOnlyMemory<byte> utf8, int depth)
    {
        try
        {
            var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new FhirDocument(document, utf8);
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Whoever calls finds out why.
        }

        return null;
    }

    /// <summary>What a writing step wrote, as UTF-8.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = Writer(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A writer that leaves Japanese readable, for answers that are streamed.</summary>
    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) => new(output, Relaxed);
}
