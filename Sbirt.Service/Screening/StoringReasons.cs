using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Screening;

/// <summary>Why a response is not stored though it can be assessed.</summary>
internal static class StoringReasons
{
    public static Reason IfNoneExist { get; } = new("parameter-invalid", new Localized(
        "If-None-Exist では identifier=システム|値 だけが使えます。",
        "If-None-Exist can carry identifier=system|value and nothing else."));

    public static Reason IdForm { get; } = new("parameter-invalid", new Localized(
        "id は英数字・ハイフン・ピリオドの64文字までで書いてください。",
        "Write an id of at most 64 letters, digits, hyphens and full stops."));

    public static Reason IdMismatch { get; } = new(
        "id-mismatch",
        new Localized("アドレスの id と本文の id が違います。同じにしてください。", "The id in the address is not the id in the body. Make them the same."),
        "QuestionnaireResponse.id");

    public static Reason NotAResponse { get; } = new(
        "not-a-questionnaire-response",
        new Localized("ここには QuestionnaireResponse を送ってください。", "Send a QuestionnaireResponse here."),
        "resourceType");

    public static Reason SameIdentifier { get; } = new(
        "conflict",
        new Localized(
            "同じ identifier の回答が別の内容で保存されています。訂正なら status を amended にして送ってください。",
            "A response with this identifier is stored with other content. If this one corrects it, send it with status amended."),
        "QuestionnaireResponse.identifier");

    public static Reason NamesAnother { get; } = new(
        "conflict",
        new Localized("この identifier は別の回答のものです。", "This identifier belongs to another response."),
        "QuestionnaireResponse.identifier");

    public static Reason TwiceInTransaction { get; } = new(
        "conflict",
        new Localized("同じ回答がこの transaction に2回あります。1つにしてください。", "The same response stands twice in this transaction. Keep one."),
        "QuestionnaireResponse.identifier");

    public static Reason LinkToEntry(string path) => new(
        "reference-to-entry",
        new Localized(
            "保存すると別の id になる entry を指しています。その回答を先に保存してその id を使うか、PUT で id を決めて QuestionnaireResponse/id の形で指してください。",
            "This points to an entry that gets another id when it is stored. Store that one first and use its id, or choose its id with PUT and point to QuestionnaireResponse/id."),
        path);
}
