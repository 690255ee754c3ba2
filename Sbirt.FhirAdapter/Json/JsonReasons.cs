using System.Globalization;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Json;

/// <summary>The sentences for text that cannot be read as JSON within the limits.</summary>
internal static class JsonReasons
{
    public static Reason BodyTooLarge(int limit) => new(
        "body-too-large",
        new Localized(
            $"送られた本文が上限の {Number(limit)} バイトを超えています。分けて送ってください。",
            $"The body is larger than the limit of {Number(limit)} bytes. Send it in parts."));

    public static Reason NotUtf8() => new(
        "not-utf-8",
        new Localized(
            "本文が UTF-8（BOM なし）ではありません。UTF-8 で送ってください。",
            "The body is not UTF-8 without a byte order mark. Send it as UTF-8."));

    public static Reason InvalidJson(TextPlace at) => new(
        "invalid-json",
        new Localized(
            $"{at.Line} 行 {at.Column} 文字目で JSON の書き方が正しくありません。",
            $"The JSON is not well-formed at line {at.Line}, column {at.Column}."),
        At: at);

    public static Reason NotAnObject(TextPlace at) => new(
        "not-an-object",
        new Localized(
            "本文の一番外側は JSON のオブジェクト { } にしてください。",
            "The outermost JSON value must be an object { }."),
        At: at);

    public static Reason LoneSurrogate(TextPlace at) => new(
        "lone-surrogate",
        new Localized(
            "文字にならない \\u 表記（対になっていないサロゲート）があります。",
            "A \\u escape is half of a surrogate pair and stands for no character."),
        At: at);

    public static Reason TooDeep(int limit, TextPlace at) => new(
        "too-deep",
        new Localized(
            $"入れ子が上限の {Number(limit)} 段を超えています。",
            $"Objects and arrays are nested deeper than the limit of {Number(limit)}."),
        At: at);

    public static Reason TooManyTokens(int limit, TextPlace at) => new(
        "too-many-tokens",
        new Localized(
            $"JSON の要素の数が上限の {Number(limit)} を超えています。分けて送ってください。",
            $"The JSON has more tokens than the limit of {Number(limit)}. Send it in parts."),
        At: at);

    public static Reason TooManyEntries(int limit, TextPlace at) => new(
        "too-many-entries",
        new Localized(
            $"entry の数が上限の {Number(limit)} を超えています。分けて送ってください。",
            $"There are more entries than the limit of {Number(limit)}. Send them in parts."),
        At: at);

    public static Reason StringTooLong(int limit, TextPlace at) => new(
        "string-too-long",
        new Localized(
            $"1 つの文字列が上限の {Number(limit)} バイトを超えています。",
            $"One string is longer than the limit of {Number(limit)} bytes."),
        At: at);

    public static Reason DuplicateKey(TextPlace? at) => new(
        "duplicate-key",
        new Localized(
            "1 つのオブジェクトの中に同じ名前が 2 回書かれています。どちらか 1 つにしてください。",
            "One object has the same name twice. Keep only one of them."),
        At: at);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
