using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>Turns what is wrong in a template of either language into faults of its file.</summary>
internal static class TemplateFaults
{
    public static void Look(
        ContentReader reader,
        int line,
        Localized text,
        IReadOnlySet<string> phrases,
        IReadOnlySet<string>? forbidden)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var problem in TemplateSyntax.Problems(text.In(language), phrases, forbidden))
            {
                reader.Fault(
                    line,
                    $"{LanguageTag.Of(language)}: {problem}",
                    $"Use a value ({Join(Vocabulary.Values)}), a condition ({Join(Vocabulary.Conditions)}) or a phrase ({Join(phrases)}).");
            }
        }
    }

    private static string Join(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal));
}
