using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>
/// Ids derived from content (RFC 9562 version 8 over SHA-256), so that the same input gives the same bytes.
/// </summary>
internal sealed class ResourceIds
{
    private readonly byte[] seed;

    private ResourceIds(ReadResponse response, Scored scored, params ReadOnlySpan<string?> more)
    {
        var content = new StringBuilder();
        Append(content, response.Questionnaire, response.Id, response.Identifier?.System, response.Identifier?.Value);
        Append(content, response.Subject, response.Authored, scored.Instrument.Id, scored.Instrument.Version);
        Append(content, more);
        foreach (var answer in scored.Answers)
        {
            Append(content, answer.Item.LinkId, answer.Option?.Code, answer.Score?.ToString(CultureInfo.InvariantCulture));
        }

        seed = SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()));
    }

    internal static ResourceIds Of(AssessmentParts parts) => new(
        parts.Response,
        parts.Scored,
        parts.Pack.Id,
        parts.ContentVersion,
        parts.Language.ToString(),
        parts.Today.ToString("O", CultureInfo.InvariantCulture));

    internal static ResourceIds Of(ReadResponse response, Scored scored) => new(response, scored);

    /// <summary>The full URL of the resource with this name within the assessment.</summary>
    internal string Url(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    // U+001F keeps "a","bc" apart from "ab","c".
    private static void Append(StringBuilder content, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            content.Append(part).Append('\u001F');
        }
    }
}
