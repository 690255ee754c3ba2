using Microsoft.Net.Http.Headers;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Screening;

/// <summary>Reads the JSON body of a call within the limits; its media type is checked first.</summary>
internal sealed class FhirBody(SbirtSettings settings)
{
    private const int FirstBufferBytes = 64 * 1024;

    private readonly JsonLimits limits = new(
        settings.Limits.BodyBytes,
        settings.Limits.JsonDepth,
        settings.Limits.JsonTokens,
        settings.Limits.BundleEntries,
        settings.Limits.StringBytes);

    /// <summary>The document, to be disposed by the caller, or why it cannot be read.</summary>
    public async Task<Reading<FhirDocument>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!IsFhirJson(request.ContentType))
        {
            return Reading<FhirDocument>.Refuse(HttpReasons.UnsupportedMediaType);
        }

        if (request.ContentLength > settings.Limits.BodyBytes)
        {
            return Reading<FhirDocument>.Refuse(HttpReasons.BodyTooLarge);
        }

        return await ReadBytesAsync(request, cancellation) is { } bytes
            ? FhirJson.Read(bytes, limits)
            : Reading<FhirDocument>.Refuse(HttpReasons.BodyTooLarge);
    }

    private static bool IsFhirJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals(FhirJson.MediaType, StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when more came than the limit allows.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(HttpRequest request, CancellationToken cancellation)
    {
        // A stated length is a claim: memory is taken for it only as far as bytes come.
        // One byte more than stated, so that the end shows without a larger buffer.
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Clamp((request.ContentLength ?? 0) + 1, FirstBufferBytes / 16, FirstBufferBytes));
        var (length, read) = (0, 0);
        while ((read = await request.Body.ReadAsync(bytes.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (length > settings.Limits.BodyBytes)
            {
                return null;
            }

            if (length == bytes.Length)
            {
                var larger = GC.AllocateUninitializedArray<byte>(2 * bytes.Length);
                bytes.CopyTo(larger, 0);
                bytes = larger;
            }
        }

        return bytes.AsMemory(0, length);
    }
}
