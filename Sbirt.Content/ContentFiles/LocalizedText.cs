using Sbirt.Content.Languages;

namespace Sbirt.Content.ContentFiles;

/// <summary>The YAML shape <c>{ ja: …, en: … }</c>.</summary>
internal sealed class LocalizedText : Located
{
    public string? Ja { get; set; }

    public string? En { get; set; }

    /// <summary>The text, or null with a fault when one language is missing.</summary>
    public Localized? ToLocalized(ContentReader reader)
    {
        if (string.IsNullOrWhiteSpace(Ja) || string.IsNullOrWhiteSpace(En))
        {
            reader.Fault(Line, "A text lacks one of its two languages.", "Write both `ja:` and `en:`.");
            return null;
        }

        return new Localized(Ja.Trim(), En.Trim());
    }
}
