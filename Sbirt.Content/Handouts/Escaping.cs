using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Sbirt.Content.Handouts;

/// <summary>Makes a value print as itself: no markup, no link and no template in it comes alive.</summary>
public static partial class Escaping
{
    // The characters that begin something in CommonMark or GFM, or in HTML inside it.
    private const string Active = "\\`*_[]<>&#|~!";

    /// <summary>The value on one line, without control or direction-changing characters.</summary>
    public static string ForPlainText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > RenderLimits.ValueChars)
        {
            throw new TemplateLimitException($"A value is longer than {RenderLimits.ValueChars} characters.");
        }

        if (!Hidden().IsMatch(value))
        {
            return value.Trim();
        }

        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator:
                    text.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Surrogate:
                    break;
                default:
                    text.Append(rune.ToString());
                    break;
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>The value for a Markdown text (CommonMark backslash escapes; bare links stay text).</summary>
    public static string ForMarkdown(string value)
    {
        var plain = ForPlainText(value);
        var text = new StringBuilder(plain.Length + 8);
        foreach (var character in plain)
        {
            if (Active.Contains(character, StringComparison.Ordinal))
            {
                text.Append('\\');
            }

            text.Append(character);
        }

        var escaped = BareLink().Replace(text.ToString(), match => match.Value switch
        {
            "@" => "\\@",
            "://" => "\\://",
            var www => www.Replace(".", "\\.", StringComparison.Ordinal),
        });
        return ListMark().Replace(escaped, "${number}\\${mark}");
    }

    /// <summary>The value for HTML text or a quoted attribute.</summary>
    public static string ForHtml(string value) => WebUtility.HtmlEncode(ForPlainText(value));

    // What is replaced or left out, and halves of characters that must be looked at whole.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    // What GFM turns into a link by itself.
    [GeneratedRegex("://|@|www\\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareLink();

    // A value may stand at the start of a line: there these would begin a list, a rule or a heading.
    [GeneratedRegex("^(?<number>[0-9]*)(?<mark>[-+=.)])(?=\\s|[-=]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();
}
