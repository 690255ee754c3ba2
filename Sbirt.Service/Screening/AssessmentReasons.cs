using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;


namespace Sbirt.Service.Screening;

/// <summary>Why a response that can be read is not assessed.</summary>
internal static class AssessmentReasons
{
    public static Reason OtherPatient { get; } = new(
        "subject-mismatch",
        new Localized(
            "一緒に送られた Patient は、この回答の subject と別の人です。同じ人のものを送ってください。",
            "The Patient sent along is not the subject of this response. Send the one it is about."),
        "QuestionnaireResponse.subject");

    public static Reason NoResponseInBundle { get; } = new(
        "not-a-questionnaire-response",
        new Localized(
            "この Bundle には QuestionnaireResponse がありません。回答の入った Bundle を渡してください。",
            "This Bundle holds no QuestionnaireResponse. Give one that does."),
        "Bundle.entry");

    public static Reason PackUnknown(ThresholdLibrary thresholds)
    {
        var known = string.Join(", ", thresholds.Packs.Select(pack => pack.Id).Order(StringComparer.Ordinal));
        return new(
            "pack-unknown",
            new Localized(
                $"この名前の基準値セットはありません。使えるのは {known} です。",
                $"There is no threshold pack of this name. Known are {known}."));
    }
}
