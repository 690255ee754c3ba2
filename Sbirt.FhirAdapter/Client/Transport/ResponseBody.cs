using System.Buffers;
using System.Net;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>Reads an answer's body up to a cap; what a packed body unpacks to is counted, not what was sent.</summary>
internal static class ResponseBody
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>The body, or null when it is longer than the cap.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int cap, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > cap)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>(ChunkBytes);
        var stream = await content.ReadAsStreamAsync(cancellation);
        while (true)
        {
            var read = await stream.ReadAsync(body.GetMemory(ChunkBytes), cancellation);
            if (read == 0)
            {
                return body.WrittenSpan.ToArray();
            }

            body.Advance(read);
            if (body.WrittenCount > cap)
            {
                return null;
            }
        }
    }

    /// <summary>Whether the answer says it is FHIR's JSON in UTF-8.</summary>
    public static bool IsFhirJson(HttpContent content) =>
        content.Headers.ContentType is { } type
        && (Is(type.MediaType, "application/fhir+json") || Is(type.MediaType, "application/json"))
        && (type.CharSet is null || Is(type.CharSet.Trim('"'), "utf-8"))
        && content.Headers.ContentEncoding.Count == 0;

    /// <summary>Why a status that is not 200 brings nothing.</summary>
    public static Reason ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => FhirServerReasons.AccessRefused,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => FhirServerReasons.Missing,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => FhirServerReasons.Busy,
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => FhirServerReasons.Redirects,
        >= HttpStatusCode.InternalServerError => FhirServerReasons.Failed,
        _ => FhirServerReasons.QueryRefused,
    };

    private static bool Is(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
