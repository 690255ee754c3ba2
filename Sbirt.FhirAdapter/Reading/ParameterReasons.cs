using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Why the parameters of an operation cannot be used.</summary>
internal static class ParameterReasons
{
    public static Reason NoResponse { get; } = new(
        "parameter-missing",
        new Localized(
            "QuestionnaireResponse、または questionnaire-response を含む Parameters を送ってください。",
            "Send a QuestionnaireResponse, or Parameters with a parameter named questionnaire-response."));

    public static Reason Unknown(string path) => new(
        "parameter-invalid",
        new Localized(
            "この名前のパラメーターはありません。使えるのは questionnaire-response、patient、questionnaire、pack、lang、prefecture、importance、confidence、pregnant、drives、withdrawal-history、takes-sedatives です。",
            "No parameter has this name. Known are questionnaire-response, patient, questionnaire, pack, lang, prefecture, importance, confidence, pregnant, drives, withdrawal-history and takes-sedatives."),
        path);

    public static Reason WrongKind(string path, string kind) => new(
        "parameter-invalid",
        new Localized($"このパラメーターは {kind} で送ってください。", $"Send this parameter as {kind}."),
        path);

    public static Reason Repeated(string path) => new(
        "parameter-invalid",
        new Localized("同じ名前のパラメーターが2つあります。1つにしてください。", "This parameter is given twice. Give it once."),
        path);
}
