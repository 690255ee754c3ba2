using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>The sentence of each structure fault in both languages.</summary>
internal static class FaultTexts
{
    public static Localized Of(string code) => code switch
    {
        FaultCodes.ResourceTypeMissing => new(
            "resourceType がありません。", "The resource does not say its resourceType."),
        FaultCodes.ResourceTypeUnknown => new(
            "resourceType が R4 のリソース名ではありません。", "The resourceType is not the name of an R4 resource."),
        FaultCodes.UnknownElement => new(
            "R4 のこの場所に、この要素はありません。", "R4 has no such element here."),
        FaultCodes.Missing => new(
            "必須の要素がありません。", "A required element is missing."),
        FaultCodes.Empty => new(
            "中身がありません。要素には値か子要素が必要です。",
            "There is nothing in it. An element needs a value or children."),
        FaultCodes.Duplicate => new(
            "同じ名前が 2 回書かれています。", "The same name is written twice."),
        FaultCodes.NotAnArray => new(
            "繰り返しのある要素です。1 つでも配列 [ ] で書いてください。",
            "This element can repeat: write an array [ ], even for one."),
        FaultCodes.NotRepeatable => new(
            "繰り返しのない要素です。配列にせず、1 つだけ書いてください。",
            "This element cannot repeat: write one value, not an array."),
        FaultCodes.WrongKind => new(
            "JSON の値の種類が違います。", "The JSON value is of the wrong kind."),
        FaultCodes.Malformed => new(
            "値の書き方が、この型の形式に合いません。", "The value does not have the form of its type."),
        FaultCodes.Misaligned => new(
            "値の配列と _ の付いた配列の対応が合いません。両方とも null の位置や、長さの違いがあります。",
            "The array of values and its twin with an underscore do not match in length or both have null."),
        FaultCodes.ChoiceWrongType => new(
            "この要素は、この型では書けません。", "This element cannot have this type."),
        FaultCodes.ChoiceRepeated => new(
            "型を 1 つ選ぶ要素が、2 つの型で書かれています。", "An element with a choice of types is written in two of them."),
        FaultCodes.CodeUnknown => new(
            "コードが、必須の値セットにありません。", "The code is not in the required value set."),
        FaultCodes.ReferenceMalformed => new(
            "参照の書き方が正しくありません。", "The reference is not written as a reference."),
        FaultCodes.ReferenceWrongType => new(
            "この要素は、この種類のリソースを参照できません。", "This element cannot refer to a resource of this type."),
        FaultCodes.ReferenceNotContained => new(
            "# の参照の先が、contained にありません。", "No contained resource has the id that the # reference names."),
        FaultCodes.ContainedNested => new(
            "contained の中に contained は書けません。", "A contained resource cannot contain another."),
        FaultCodes.ContainedWithoutId => new(
            "contained のリソースには id が必要です。", "A contained resource needs an id."),
        FaultCodes.ExtensionContent => new(
            "拡張には value[x] か extension のどちらか一方だけを書いてください。",
            "An extension needs either a value[x] or extensions, and not both."),
        FaultCodes.TooMany => new(
            $"誤りが {Max} 件に達したため、残りは調べていません。",
            $"There are {Max} faults or more; the rest was not checked."),
        _ => throw new InvalidOperationException($"Fault code '{code}' has no sentence."),
    };

    private static string Max => StructureValidator.MaxFaults.ToString("N0", CultureInfo.InvariantCulture);
}
