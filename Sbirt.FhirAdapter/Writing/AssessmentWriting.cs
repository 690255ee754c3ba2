using System.Text.Json;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>The entries of a whole assessment being written.</summary>
internal sealed class AssessmentWriting(Utf8JsonWriter json, AssessmentParts parts)
    : EntryWriting(json, parts.Response, parts.Scored, parts.Language, ResourceIds.Of(parts), transaction: false)
{
    internal AssessmentParts Parts { get; } = parts;
}
