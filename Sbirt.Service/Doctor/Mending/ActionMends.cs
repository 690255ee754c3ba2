using System.Text.Json.Nodes;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>Right case of action types; deletes that name their resource by a resource instead of by its id.</summary>
internal static class ActionMends
{
    public static void Apply(JsonObject root, MendingLog log)
    {
        var suggested = MendingLog.Objects(root, "cards")
            .SelectMany(card => MendingLog.Objects(card, "suggestions"))
            .SelectMany(suggestion => MendingLog.Objects(suggestion, "actions"));
        foreach (var action in suggested.Concat(MendingLog.Objects(root, "systemActions")))
        {
            log.SetCase(action, "type", "create", "update", "delete");
            if (MendingLog.TextOf(action, "type") == "delete" && action["resource"] is { } resource)
            {
                MendDelete(action, resource, log);
            }
        }
    }

    private static void MendDelete(JsonObject action, JsonNode resource, MendingLog log)
    {
        var id = resource is JsonObject whole && MendingLog.TextOf(whole, "resourceType") is { } type && MendingLog.TextOf(whole, "id") is { } own
            ? $"{type}/{own}"
            : MendingLog.TextOf(action, "resource");
        if (MendingLog.TextOf(action, "resourceId") is null)
        {
            if (id is null)
            {
                return;
            }

            log.Set(action, "resourceId", id, "消すものを resourceId で示しました。", "What is deleted is now named by resourceId.");
        }

        log.Remove(action, "resource", "delete から resource を除きました。", "The resource was taken off a delete.");
    }
}
