namespace Sbirt.Content.Handouts;

/// <summary>How large a value and a rendered text may grow, in characters.</summary>
internal static class RenderLimits
{
    /// <summary>Longest single value; a label or a contact is far shorter.</summary>
    public const int ValueChars = 400;

    /// <summary>Longest template a content file may hold.</summary>
    public const int TemplateChars = 20_000;

    /// <summary>Longest text one rendering may give.</summary>
    public const int OutputChars = 100_000;
}
