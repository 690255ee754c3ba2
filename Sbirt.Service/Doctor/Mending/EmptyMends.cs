using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>Leaves out empty members (row 3), except where empty says something and inside FHIR resources.</summary>
internal static class EmptyMends
{
    private static readonly string[] Meaningful = ["cards", "services", "feedback"];

    public static void Apply(JsonObject root, MendingLog log) => Apply(root, log, isRoot: true);

    private static void Apply(JsonObject holder, MendingLog log, bool isRoot)
    {
        foreach (var (name, value) in holder.ToArray())
        {
            if (name == "extension" || (isRoot && Meaningful.Contains(name) && value is JsonArray { Count: 0 }))
            {
                continue;
            }

            Descend(value, isRoot && name == "prefetch", log);
            if (IsEmpty(value) && !(value is null && IsPrefetch(holder)))
            {
                log.Remove(holder, name, "空の値を除きました。", "The empty value was left out.");
            }
        }
    }

    private static void Descend(JsonNode? value, bool isPrefetch, MendingLog log)
    {
        if (value is JsonObject inner && inner["resourceType"] is null && (!isPrefetch || inner.Count > 0))
        {
            Apply(inner, log, isRoot: false);
        }

        foreach (var member in (value as JsonArray)?.OfType<JsonObject>().Where(member => member["resourceType"] is null).ToArray() ?? [])
        {
            Apply(member, log, isRoot: false);
        }
    }

    // null as a prefetched value says that the query found nothing.
    private static bool IsPrefetch(JsonObject holder) =>
        holder.Parent is JsonObject { Parent: null } && holder.GetPropertyName() == "prefetch";

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonObject inner => inner.Count == 0,
        JsonArray list => list.Count == 0,
        _ => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0,
    };
}
