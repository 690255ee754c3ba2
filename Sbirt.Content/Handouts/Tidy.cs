using System.Text.RegularExpressions;

namespace Sbirt.Content.Handouts;

/// <summary>Closes the gaps that conditions leave behind when they do not hold.</summary>
internal static partial class Tidy
{
    public static string Text(string rendered) =>
        Blanks().Replace(Lines().Replace(Trailing().Replace(rendered, "\n"), "\n\n"), " ").Trim();

    [GeneratedRegex("[ \t]+\n", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex("\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex("(?<=\\S) {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
