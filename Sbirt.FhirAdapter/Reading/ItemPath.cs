using System.Globalization;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// FHIRPath of an answer. Those of flat forms, nearly all there are, come from a table made once, because a
/// scan of many responses must not build the same strings again and again.
/// </summary>
internal static class ItemPath
{
    internal const string Root = "QuestionnaireResponse";

    private const int Cached = 128;

    private static readonly string[] FlatItems =
        [.. Enumerable.Range(0, Cached).Select(index => Item(Root, index, cached: false))];

    private static readonly string[] FlatFirstAnswers =
        [.. FlatItems.Select(item => item + ".answer[0]")];

    internal static string Item(string parent, int index) => Item(parent, index, cached: true);

    internal static string Answer(string item, int itemIndex, int index, bool flat) =>
        flat && index == 0 && itemIndex < Cached
            ? FlatFirstAnswers[itemIndex]
            : string.Create(CultureInfo.InvariantCulture, $"{item}.answer[{index}]");

    private static string Item(string parent, int index, bool cached) =>
        cached && index < Cached && ReferenceEquals(parent, Root)
            ? FlatItems[index]
            : string.Create(CultureInfo.InvariantCulture, $"{parent}.item[{index}]");
}
