using System.Text.RegularExpressions;

namespace Sbirt.Content.Handouts;

/// <summary>
/// The small part of Handlebars that content may use: a value, <c>#if</c>, <c>#unless</c>, <c>else</c> and a
/// shared phrase. Everything else (helpers, raw output, loops, paths) is refused before it is compiled.
/// </summary>
internal static partial class TemplateSyntax
{
    /// <summary>What is wrong in a template, as sentences; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(
        string template,
        IReadOnlySet<string> phrases,
        IReadOnlySet<string>? forbidden = null)
    {
        if (template.Length > RenderLimits.TemplateChars)
        {
            return [$"The text is longer than {RenderLimits.TemplateChars} characters."];
        }

        var problems = new List<string>();
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(template))
        {
            Look(tag.Groups["inner"].Value.Trim(), phrases, forbidden, open, problems);
        }

        if (open.TryPeek(out var unclosed))
        {
            problems.Add($"The block #{unclosed} is not closed.");
        }

        var rest = Tag().Replace(template, string.Empty);
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
        {
            problems.Add("Braces do not pair, or stand three in a row.");
        }

        return problems;
    }

    /// <summary>The names and phrases a template uses, in order, blocks included; for comparing two languages.</summary>
    public static IEnumerable<string> Names(string template) =>
        Tag().Matches(template)
            .Select(tag => tag.Groups["inner"].Value.Trim())
            .Where(inner => inner is not "else" && !inner.StartsWith('/'))
            .Select(inner => inner.StartsWith('>') ? "> " + inner[1..].Trim() : inner);

    private static void Look(
        string inner,
        IReadOnlySet<string> phrases,
        IReadOnlySet<string>? forbidden,
        Stack<string> open,
        List<string> problems)
    {
        var parts = inner.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["#if" or "#unless", var condition] when Vocabulary.Conditions.Contains(condition):
                open.Push(parts[0][1..]);
                Allowed(condition);
                break;
            case ["else"] when open.Count > 0:
                break;
            case ["/if" or "/unless"] when open.TryPeek(out var block) && block == parts[0][1..]:
                open.Pop();
                break;
            case [">", var phrase] when phrases.Contains(phrase):
                break;
            case [var value] when Vocabulary.Values.Contains(value):
                Allowed(value);
                break;
            default:
                problems.Add($"\"{{{{{inner}}}}}\" is not something a text can use.");
                break;
        }

        void Allowed(string name)
        {
            if (forbidden?.Contains(name) == true)
            {
                problems.Add($"\"{name}\" must not be on a page that others may open.");
            }
        }
    }

    [GeneratedRegex(@"(?<!\{)\{\{(?!\{)(?<inner>[^{}]*)\}\}(?!\})", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
