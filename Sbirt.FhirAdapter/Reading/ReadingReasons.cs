using System.Globalization;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>The sentences for responses that cannot be used, and for what is noteworthy in those that can.</summary>
internal static class ReadingReasons
{
    internal static Reason NotAResponse { get; } = new(
        "not-a-questionnaire-response",
        new Localized(
            "QuestionnaireResponse ではありません。resourceType を確かめてください。",
            "This is not a QuestionnaireResponse. Check resourceType."),
        "resourceType");

    internal static Reason StatusNotUsable { get; } = new(
        "status-not-usable",
        new Localized(
            "この status の回答は採点に使えません。in-progress、completed、amended の回答を送ってください。",
            "A response with this status cannot be scored. Send one that is in-progress, completed or amended."),
        "QuestionnaireResponse.status");

    internal static Reason QuestionnaireMissing { get; } = new(
        "questionnaire-missing",
        new Localized(
            "questionnaire がなく、linkId からも質問票を一つに決められません。questionnaire に URL と版を入れてください。",
            "There is no questionnaire, and the linkIds do not point to exactly one form. Give its canonical URL and version."),
        "QuestionnaireResponse.questionnaire");

    internal static Reason QuestionnaireUnknown { get; } = new(
        "questionnaire-unknown",
        new Localized(
            "この質問票は登録されていません。Questionnaire を contained に入れるか、Parameters の questionnaire で一緒に送ってください。",
            "This questionnaire is not known here. Contain the Questionnaire, or send it along as the parameter questionnaire."),
        "QuestionnaireResponse.questionnaire");

    internal static Reason QuestionnaireVersionMismatch { get; } = new(
        "questionnaire-version-mismatch",
        new Localized(
            "質問票の版が、ここで採点できる版と違います。GET /fhir/Questionnaire で今の版を確かめてください。",
            "The questionnaire has another version than the one scored here. GET /fhir/Questionnaire shows the current one."),
        "QuestionnaireResponse.questionnaire");

    internal static Reason NoInstrument { get; } = new(
        "questionnaire-unknown",
        new Localized(
            "この質問票の項目は、どの検査の項目とも一致しませんでした。項目に LOINC コードを付けると照合できます。",
            "No item of this questionnaire matches an instrument known here. LOINC codes on its items make a match possible."),
        "QuestionnaireResponse.questionnaire");

    internal static Reason ModifierExtension(string path) => new(
        "modifier-extension-unknown",
        new Localized(
            "意味を変える拡張 (modifierExtension) があり、その意味が分からないため、この回答は使えません。",
            "A modifierExtension changes the meaning in a way that is not known here, so the response cannot be used."),
        path);

    internal static Reason ImplicitRules { get; } = new(
        "not-supported",
        new Localized(
            "implicitRules の付いた回答は、その規則が分からないため使えません。",
            "A response with implicitRules cannot be used: those rules are not known here."),
        "QuestionnaireResponse.implicitRules");

    internal static Reason TooManyItems(int limit) => new(
        "too-many-items",
        new Localized(
            $"項目の数が上限の {limit.ToString("N0", CultureInfo.InvariantCulture)} に達しています。",
            $"There are more items than the limit of {limit.ToString("N0", CultureInfo.InvariantCulture)}."),
        "QuestionnaireResponse.item");

    internal static Reason TooDeep(int limit) => new(
        "too-deep",
        new Localized(
            $"項目の入れ子が上限の {limit.ToString(CultureInfo.InvariantCulture)} 段を超えています。",
            $"Items are nested deeper than the limit of {limit.ToString(CultureInfo.InvariantCulture)} levels."),
        "QuestionnaireResponse.item");

    internal static Reason LinkIdMissing(string path) => new(
        "element-missing",
        new Localized(
            "linkId のない項目があります。",
            "An item has no linkId."),
        path);

    internal static Reason Recognised(Localized title) => new(
        "questionnaire-recognised",
        new Localized(
            $"questionnaire がないため、linkId から {title.Ja} と判断しました。",
            $"There is no questionnaire; the linkIds are those of {title.En}, so it was read as that."),
        "QuestionnaireResponse.questionnaire");

    internal static Reason VersionNotTold { get; } = new(
        "questionnaire-version-not-told",
        new Localized(
            "質問票の版が書かれていないため、今の版として採点しました。",
            "The questionnaire's version is not told; it was scored as the current one."),
        "QuestionnaireResponse.questionnaire");

    internal static Reason ItemNotMatched(string path) => new(
        "item-not-matched",
        new Localized(
            "この項目は、どの検査の項目とも一致しなかったため、採点に入れていません。",
            "This item matches no item of a known instrument and was left out of the score."),
        path);

    internal static Reason AnswerNotMatched(string path) => new(
        "answer-not-matched",
        new Localized(
            "この答えは、検査のどの選択肢とも一致しなかったため、答えがないものとして扱いました。",
            "This answer matches none of the instrument's options and was treated as not given."),
        path);
}
