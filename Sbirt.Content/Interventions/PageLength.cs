using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>How long a page is: characters in Japanese, words in English; blanks and marks do not count.</summary>
internal static class PageLength
{
    public static int Most(Language language) => language == Language.En ? 170 : 350;

    public static string Unit(Language language) => language == Language.En ? "words" : "characters";

    public static int Of(RenderedPage page, Language language)
    {
        var text = string.Join('\n', [page.Body, page.SmallStep, .. page.Places]);
        return language == Language.En
            ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit))
            : text.Count(character => !char.IsWhiteSpace(character) && !"*-#>_＿".Contains(character, StringComparison.Ordinal));
    }
}
