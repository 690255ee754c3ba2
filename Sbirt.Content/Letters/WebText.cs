using System.Net;
using System.Text.RegularExpressions;

namespace Sbirt.Content.Letters;

/// <summary>What a reader of a set page reads.</summary>
internal static partial class WebText
{
    /// <summary>The words of a page, one block on a line. The address is left out: a name is no wording of ours.</summary>
    public static string Spoken(string html) => Plain(Block().Replace(Unspoken().Replace(html, ""), "\n"));

    /// <summary>A text without its tags and escapes.</summary>
    public static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<(style|svg|address)\\b.*?</\\1>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unspoken();

    [GeneratedRegex("</?(p|li|ul|h1|h2|div|section|footer|article|br|label|legend|button|span)\\b[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
