using System.Text.Json.Nodes;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>The right case of outcomes.</summary>
internal static class FeedbackMends
{
    public static void Apply(JsonObject root, MendingLog log)
    {
        foreach (var item in MendingLog.Objects(root, "feedback"))
        {
            log.SetCase(item, "outcome", "accepted", "overridden");
        }
    }
}
