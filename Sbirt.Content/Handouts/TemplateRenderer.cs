using HandlebarsDotNet;

namespace Sbirt.Content.Handouts;

/// <summary>
/// The only user of Handlebars: compiles checked templates once and renders them strictly. Values arrive
/// already escaped for where they go (<see cref="Escaping"/>), so nothing is escaped twice.
/// </summary>
internal sealed class TemplateRenderer
{
    private readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration
    {
        ThrowOnUnresolvedBindingExpression = true,
        NoEscape = true,
        PartialRecursionDepthLimit = 2,
    });

    /// <summary>A renderer that knows these shared phrases (name to template).</summary>
    public TemplateRenderer(IReadOnlyDictionary<string, string> phrases)
    {
        foreach (var (name, template) in phrases)
        {
            handlebars.RegisterTemplate(name, template);
        }
    }

    /// <summary>A template ready to render; the text must have passed <see cref="TemplateSyntax"/>.</summary>
    public CompiledTemplate Compile(string template)
    {
        using var text = new StringReader(template);
        var compiled = Translate(() => handlebars.Compile(text));
        return values => Translate(() =>
        {
            using var writer = new LimitedWriter();
            compiled(writer, values);
            return writer.ToString();
        });
    }

    // Nobody else needs to know which engine it is.
    private static T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (HandlebarsException exception)
        {
            throw new TemplateException(exception.Message, exception);
        }
    }
}

/// <summary>Fills a template with values; throws on a missing one and past the limit.</summary>
internal delegate string CompiledTemplate(IReadOnlyDictionary<string, object> values);
