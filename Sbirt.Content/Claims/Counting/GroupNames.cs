using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Groups of medicines as a count names them.</summary>
internal static class GroupNames
{
    public static Localized Of(MedicineGroup group) => group switch
    {
        MedicineGroup.Anxiolytic => new("抗不安薬", "tranquillisers"),
        MedicineGroup.Hypnotic => new("睡眠薬", "sleeping tablets"),
        MedicineGroup.Antidepressant => new("抗うつ薬", "antidepressants"),
        MedicineGroup.Antipsychotic => new("抗精神病薬", "antipsychotics"),
        MedicineGroup.Anticonvulsant => new("抗てんかん薬", "anticonvulsants"),
        MedicineGroup.Opioid => new("オピオイド", "opioids"),
        MedicineGroup.Stimulant => new("中枢神経刺激薬", "stimulants"),
        _ => new("その他のお薬", "other medicines"),
    };
}
