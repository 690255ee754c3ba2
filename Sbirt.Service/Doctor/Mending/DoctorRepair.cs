using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>
/// A document with mended what can be mended without guessing what its author meant: how urgent a card is, or
/// whom a request is about, is never filled in.
/// </summary>
/// <param name="Json">The mended document; null when nothing could be mended.</param>
/// <param name="Changes">Every change, in order.</param>
/// <param name="Left">What is still wrong afterwards.</param>
internal sealed record DoctorRepair(byte[]? Json, ImmutableArray<DoctorChange> Changes, ImmutableArray<DoctorFinding> Left)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Mends one document.</summary>
    /// <param name="json">As it was read.</param>
    /// <param name="examined">What was found in it.</param>
    /// <param name="isLine">Whether it is a line of NDJSON and has to stay one.</param>
    public static DoctorRepair Of(ReadOnlyMemory<byte> json, DoctorExamination examined, bool isLine)
    {
        var unmended = new DoctorRepair(null, [], examined.Findings);
        if (examined.Findings.IsEmpty || ReadLeniently(json) is not { } root)
        {
            return unmended;
        }

        var log = new MendingLog();
        if (examined.Findings.Any(finding => finding.Requirement.Id == "1"))
        {
            log.Add(root, "コメント、余分なコンマ、BOM を除きました。", "Comments, trailing commas and byte order mark were removed.");
        }

        Mend(root, log);
        if (log.Changes.IsEmpty)
        {
            return unmended;
        }

        var mended = Written(root, isLine);
        var after = DoctorExamination.Of(mended, examined.Kind);
        return new DoctorRepair(mended, log.Changes, after.Findings);
    }

    private static JsonObject? ReadLeniently(ReadOnlyMemory<byte> json)
    {
        var text = json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json.Span[3..] : json.Span;
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Mend(JsonObject root, MendingLog log)
    {
        EmptyMends.Apply(root, log);
        DiscoveryMends.Apply(root, log);
        RequestMends.Apply(root, log);
        CardMends.Apply(root, log);
        ActionMends.Apply(root, log);
        FeedbackMends.Apply(root, log);
    }

    private static byte[] Written(JsonObject root, bool isLine)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, isLine ? OnOneLine : Readable))
        {
            root.WriteTo(writer);
        }

        return bytes.ToArray();
    }
}
