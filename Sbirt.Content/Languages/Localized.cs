namespace Sbirt.Content.Languages;

/// <summary>One text in both languages, so that the choice is made by the reader and never by a rebuild.</summary>
public sealed record Localized(string Ja, string En)
{
    /// <summary>The text in the language asked for.</summary>
    public string In(Language language) => language switch
    {
        Language.En => En,
        _ => Ja,
    };
}
