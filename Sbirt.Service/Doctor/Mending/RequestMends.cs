using System.Text.Json.Nodes;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>Plain ids in the context, and the right case of Bearer.</summary>
internal static class RequestMends
{
    public static void Apply(JsonObject root, MendingLog log)
    {
        if (root["fhirAuthorization"] is JsonObject authorization)
        {
            log.SetCase(authorization, "token_type", "Bearer");
        }

        if (root["context"] is not JsonObject context)
        {
            return;
        }

        foreach (var (name, type) in new[] { ("patientId", "Patient/"), ("encounterId", "Encounter/") })
        {
            if (MendingLog.TextOf(context, name) is { } text && text.StartsWith(type, StringComparison.Ordinal) && text.Length > type.Length)
            {
                log.Set(context, name, text[type.Length..], "型の名前を除き、id だけにしました。", "The type was taken off; only the id is left.");
            }
        }
    }
}
