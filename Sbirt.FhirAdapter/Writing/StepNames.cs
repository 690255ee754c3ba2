using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>What each step of the talk is called where a record system lists them.</summary>
internal static class StepNames
{
    internal static Localized Of(StepKind kind) => kind switch
    {
        StepKind.Safety => new("安全の確認", "Safety"),
        StepKind.AskPermission => new("話してよいか尋ねる", "Ask permission"),
        StepKind.Feedback => new("結果を伝える", "Feedback"),
        StepKind.Listen => new("聴く", "Listen"),
        StepKind.Importance => new("大切さのものさし", "Importance"),
        StepKind.Confidence => new("自信のものさし", "Confidence"),
        StepKind.Menu => new("選べることを挙げる", "Menu"),
        StepKind.Agree => new("一緒に決める", "Agree"),
        StepKind.FollowUp => new("次に会う日", "Follow-up"),
        _ => new("つなぐ", "Hand over"),
    };
}
