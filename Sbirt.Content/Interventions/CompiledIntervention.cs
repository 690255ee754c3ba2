using System.Collections.Immutable;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>
/// All texts of one intervention in one language, compiled as a single template when it is first needed: the
/// names in it were checked at the start, and the start stays quick.
/// </summary>
internal sealed class CompiledIntervention
{
    // Values never hold control characters (Escaping), so the seam cannot come from outside.
    private const char Seam = '\u001f';

    private readonly Intervention intervention;
    private readonly Lazy<CompiledTemplate> template;

    public CompiledIntervention(Intervention intervention, TemplateRenderer renderer, Language language)
    {
        this.intervention = intervention;
        Localized[] texts =
        [
            intervention.Title,
            intervention.Note,
            .. Page(intervention.Handout),
            .. Page(intervention.Family),
            .. intervention.Steps.Select(step => step.Say),
            .. intervention.Menu.Select(entry => entry.Text),
        ];
        template = new(() => renderer.Compile(string.Join(Seam, texts.Select(text => text.In(language)))));
    }

    /// <summary>Every text, filled in.</summary>
    public RenderedTexts Render(IReadOnlyDictionary<string, object> values)
    {
        var parts = new Queue<string>(template.Value(values).Split(Seam).Select(Tidy.Text));
        return new RenderedTexts(
            parts.Dequeue(),
            parts.Dequeue(),
            RenderedPage.From(parts),
            RenderedPage.From(parts),
            [.. intervention.Steps.Select(_ => parts.Dequeue())],
            [.. intervention.Menu.Select(_ => parts.Dequeue())]);
    }

    private static IEnumerable<Localized> Page(Handout page) =>
        [page.Title, page.Body, page.SmallStep, .. page.Places];
}

/// <summary>The texts of an intervention after rendering, before steps and entries that do not apply are left out.</summary>
internal sealed record RenderedTexts(
    string Title,
    string Note,
    RenderedPage Handout,
    RenderedPage Family,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Menu);

/// <summary>The texts of one page after rendering.</summary>
internal sealed record RenderedPage(string Title, string Body, string SmallStep, ImmutableArray<string> Places)
{
    public static RenderedPage From(Queue<string> parts) =>
        new(parts.Dequeue(), parts.Dequeue(), parts.Dequeue(), [parts.Dequeue(), parts.Dequeue()]);
}
