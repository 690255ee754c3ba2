using System.Text.Json;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Whether a medicine resource stands for something the person has or is about to have.</summary>
internal enum MedicineStanding
{
    Counts,

    /// <summary>Entered in error, stopped, cancelled, on hold, only planned, or not to be given.</summary>
    LeftOut,

    /// <summary>The status is missing or says that it is not known.</summary>
    NotTold,
}

/// <summary>Reads status, intent and <c>doNotPerform</c> (R4) of each type.</summary>
internal static class MedicineState
{
    public static MedicineStanding Of(MedicineResource entry)
    {
        var status = entry.Resource.Text("status");
        if (entry.Resource.Member("doNotPerform") is { ValueKind: JsonValueKind.True })
        {
            return MedicineStanding.LeftOut;
        }

        return (entry.Type, entry.IsDraft, status) switch
        {
            (_, _, "entered-in-error" or "cancelled" or "stopped" or "declined" or "not-taken" or "on-hold") => MedicineStanding.LeftOut,
            (_, true, _) => MedicineStanding.Counts,
            ("MedicationRequest", _, "active" or "completed") => IsOrder(entry.Resource) ? MedicineStanding.Counts : MedicineStanding.LeftOut,
            ("MedicationRequest", _, "draft") => MedicineStanding.LeftOut,
            ("MedicationDispense", _, "completed" or "in-progress") => MedicineStanding.Counts,
            ("MedicationDispense", _, "preparation") => MedicineStanding.LeftOut,
            ("MedicationStatement", _, "active" or "completed") => MedicineStanding.Counts,
            ("MedicationStatement", _, "intended") => MedicineStanding.LeftOut,
            _ => MedicineStanding.NotTold,
        };
    }

    private static bool IsOrder(JsonElement request) =>
        request.Text("intent") is "order" or "original-order" or "reflex-order" or "filler-order" or "instance-order";
}
