namespace Sbirt.Content.Languages;

/// <summary>The two languages every text exists in (BCP 47 tags <c>ja</c> and <c>en</c>).</summary>
public enum Language
{
    /// <summary>Japanese, the default.</summary>
    Ja,

    /// <summary>English.</summary>
    En,
}
