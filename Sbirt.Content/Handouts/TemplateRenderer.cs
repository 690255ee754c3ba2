using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Sbirt.Content.Handouts;

/// <summary>
/// The only user of Handlebars: compiles checked templates once and renders them strictly. Values arrive
/// already escaped for where they go (<see cref="Escaping"/>), so nothing is escaped twice.
/// </summary>
/// <param name="phrases">Shared phrases, name to template.</param>
internal sealed partial class TemplateRenderer(IReadOnlyDictionary<string, string> phrases)
{
    private readonly Lock compiling = new();
    private readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration
    {
        ThrowOnUnresolvedBindingExpression = true,
        NoEscape = true,
    });

    /// <summary>A template ready to render; the text must have passed <see cref="TemplateSyntax"/>.</summary>
    public CompiledTemplate Compile(string template)
    {
        using var text = new StringReader(Written(template));
        var compiled = Translate(() => CompileOne(text));
        return values => Translate(() =>
        {
            using var writer = new LimitedWriter();
            compiled(writer, values);
            return writer.ToString();
        });
    }

    private HandlebarsTemplate<TextWriter, object, object> CompileOne(StringReader text)
    {
        lock (compiling)
        {
            return handlebars.Compile(text);
        }
    }

    // Phrases are written in rather than included: an included one swallows the line break behind it.
    private string Written(string template) =>
        Phrase().Replace(template, tag => phrases.GetValueOrDefault(tag.Groups["name"].Value, tag.Value));

    [GeneratedRegex(@"\{\{>\s*(?<name>[A-Za-z0-9]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();

    // Nobody else needs to know which engine it is.
    private static T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (HandlebarsException exception) when (exception.GetBaseException() is TemplateLimitException limit)
        {
            throw new TemplateLimitException(limit.Message);
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new TemplateException(exception.Message, exception);
        }
    }
}

/// <summary>Fills a template with values; throws on a missing one and past the limit.</summary>
internal delegate string CompiledTemplate(IReadOnlyDictionary<string, object> values);
