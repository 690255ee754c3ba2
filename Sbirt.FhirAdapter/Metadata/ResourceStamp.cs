using System.Globalization;
using System.Text.Json;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Metadata;

/// <summary>
/// Puts id, version and moment into a resource as the server serves it (R4 resource.html#Meta); everything
/// else stays as it was sent, numbers to the digit.
/// </summary>
public static class ResourceStamp
{
    /// <summary>The same resource with our <c>id</c>, <c>meta.versionId</c> and <c>meta.lastUpdated</c>.</summary>
    public static byte[] Stamp(JsonElement resource, string id, long version, DateTimeOffset lastUpdated) =>
        FhirJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("resourceType", resource.GetProperty("resourceType").GetString());
            json.WriteString("id", id);
            json.WriteStartObject("meta");
            json.WriteString("versionId", version.ToString(CultureInfo.InvariantCulture));
            json.WriteString("lastUpdated", Instant(lastUpdated));
            if (resource.TryGetProperty("meta", out var meta))
            {
                Copy(json, meta, "versionId", "lastUpdated");
            }

            json.WriteEndObject();
            Copy(json, resource, "resourceType", "id", "meta");
            json.WriteEndObject();
        });

    /// <summary>A moment as FHIR <c>instant</c>, in UTC with milliseconds.</summary>
    public static string Instant(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Copy(Utf8JsonWriter json, JsonElement from, params string[] except)
    {
        foreach (var property in from.EnumerateObject())
        {
            if (except.Contains(property.Name))
            {
                continue;
            }

            json.WritePropertyName(property.Name);
            json.WriteRawValue(property.Value.GetRawText(), skipInputValidation: true);
        }
    }
}
