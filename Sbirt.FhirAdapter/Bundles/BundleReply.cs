using System.Globalization;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Metadata;

namespace Sbirt.FhirAdapter.Bundles;

/// <summary>Writes the answers of a batch or transaction, in the order of its entries.</summary>
public static class BundleReply
{
    public static byte[] Write(bool isTransaction, IEnumerable<EntryReply> entries) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", isTransaction ? "transaction-response" : "batch-response");
        var isOpen = false;
        foreach (var entry in entries)
        {
            if (!isOpen)
            {
                json.WriteStartArray("entry");
                isOpen = true;
            }

            json.WriteStartObject();
            if (!entry.IsOutcome && !entry.Json.IsEmpty)
            {
                json.WritePropertyName("resource");
                json.WriteRawValue(entry.Json.Span, skipInputValidation: true);
            }

            json.WriteStartObject("response");
            json.WriteString("status", entry.Status.ToString(CultureInfo.InvariantCulture));
            if (entry.Location is not null)
            {
                json.WriteString("location", entry.Location);
            }

            if (entry.ETag is not null)
            {
                json.WriteString("etag", entry.ETag);
            }

            if (entry.LastModified is { } moment)
            {
                json.WriteString("lastModified", ResourceStamp.Instant(moment));
            }

            if (entry.IsOutcome)
            {
                json.WritePropertyName("outcome");
                json.WriteRawValue(entry.Json.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (isOpen)
        {
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });
}

/// <summary>The answer to one entry.</summary>
/// <param name="IsOutcome">The JSON is an OperationOutcome and belongs into <c>response.outcome</c>.</param>
public sealed record EntryReply(
    int Status, ReadOnlyMemory<byte> Json, bool IsOutcome, string? Location, string? ETag, DateTimeOffset? LastModified);
