using Sbirt.Content.Findings;
using Sbirt.Content.Instruments.Evaluation;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments;

/// <summary>The sentences for answers that cannot be taken; they name our item, never what was sent.</summary>
internal static class AnswerReasons
{
    public static Reason UnknownItem(string path) => new(
        "answer-unknown-item",
        new Localized(
            "この質問票にない質問への回答が含まれています。質問票の版と linkId をご確認ください。",
            "There is an answer to a question that is not in this questionnaire. Check its version and the linkId."),
        path);

    public static Reason Repeated(Item item, string path) => new(
        "answer-repeated",
        new Localized(
            $"{item.Label.Ja} に回答が2つ以上あります。1つだけ送信してください。",
            $"{item.Label.En} has more than one answer. Send exactly one."),
        path);

    public static Reason Of(MatchProblem problem, Item item, string path) => problem switch
    {
        MatchProblem.WrongType => new Reason("answer-wrong-type", WrongType(item), path),
        MatchProblem.OutOfRange => new Reason("answer-out-of-range", OutOfRange(item), path),
        MatchProblem.Ambiguous => new Reason(
            "answer-ambiguous",
            new Localized(
                $"{item.Label.Ja} の回答がどの選択肢を指すのか一つに決まりません。選択肢のコードを送信してください。",
                $"The answer to {item.Label.En} could mean more than one option. Send the option's code."),
            path),
        _ => new Reason(
            "answer-unknown-code",
            new Localized(
                $"{item.Label.Ja} の回答が、この質問のどの選択肢とも一致しません。選択肢のコードを送信してください。",
                $"The answer to {item.Label.En} matches none of its options. Send the code of one of them."),
            path),
    };

    private static Localized WrongType(Item item) => item.Kind == ItemKind.Integer
        ? new Localized(
            $"{item.Label.Ja} の回答は整数で送信してください。",
            $"The answer to {item.Label.En} is of the wrong kind. Send a whole number.")
        : new Localized(
            $"{item.Label.Ja} の回答の種類が違います。選択肢のコードを送信してください。",
            $"The answer to {item.Label.En} is of the wrong kind. Send the code of one of its options.");

    private static Localized OutOfRange(Item item) => item.Range is { } range
        ? new Localized(
            $"{item.Label.Ja} の回答は {Figure.Text(range.Min)} から {Figure.Text(range.Max)} までの整数です。",
            $"{item.Label.En} takes a whole number from {Figure.Text(range.Min)} to {Figure.Text(range.Max)}.")
        : new Localized(
            $"{item.Label.Ja} の回答は、この質問の選択肢にない点数です。",
            $"The answer to {item.Label.En} is a score that none of its options has.");
}
