using System.Text.Json;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>Writes the discovery document (CDS Hooks 2.0, "Discovery"): one row for each hook of each service.</summary>
public static class DiscoveryWriter
{
    /// <param name="hooks3">True for a client that agreed to the additions of version 3.0.</param>
    public static byte[] Write(IEnumerable<HookService> services, Language language, bool hooks3) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("services");
        foreach (var service in services)
        {
            foreach (var hook in service.Hooks)
            {
                Row(json, service, hook, language, hooks3);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Row(Utf8JsonWriter json, HookService service, string hook, Language language, bool hooks3)
    {
        json.WriteStartObject();
        json.WriteString("hook", hook);
        json.WriteString("id", service.Id);
        json.WriteString("title", service.Title.In(language));
        json.WriteString("description", service.Description.In(language));
        json.WriteString("usageRequirements", service.Usage.In(language));
        if (hooks3)
        {
            json.WriteString("version", "3.0.0");
        }

        json.WriteStartObject("prefetch");
        foreach (var template in service.Prefetch)
        {
            json.WriteString(template.Key, template.Query);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
