using System.Collections.Immutable;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>
/// The texts of one intervention in one language, compiled when they are first needed: the names in them were checked at
/// the start, and the start stays quick. Who needs the talk does not wait for the pages.
/// </summary>
internal sealed class CompiledIntervention(Intervention intervention, TemplateRenderer renderer, Language language)
{
    // Values never hold control characters (Escaping), so the seam cannot come from outside.
    private const char Seam = '\u001f';

    private readonly Lazy<CompiledTemplate> head = Compile(renderer, language, [intervention.Title, intervention.Note]);

    private readonly Lazy<CompiledTemplate> talk = Compile(
        renderer, language, [.. intervention.Steps.Select(step => step.Say), .. intervention.Menu.Select(entry => entry.Text)]);

    private readonly Lazy<CompiledTemplate> pages = Compile(renderer, language, [.. Page(intervention.Handout), .. Page(intervention.Family)]);

    /// <summary>Every text, filled in when it is asked for.</summary>
    public RenderedTexts Render(IReadOnlyDictionary<string, object> values) => new(
        new(() => Parts(head, values)),
        new(() => Parts(talk, values)),
        new(() => Parts(pages, values)),
        intervention.Steps.Length);

    private static ImmutableArray<string> Parts(Lazy<CompiledTemplate> template, IReadOnlyDictionary<string, object> values) =>
        [.. template.Value(values).Split(Seam).Select(Tidy.Text)];

    private static Lazy<CompiledTemplate> Compile(TemplateRenderer renderer, Language language, ImmutableArray<Localized> texts) =>
        new(() => renderer.Compile(string.Join(Seam, texts.Select(text => text.In(language)))));

    private static IEnumerable<Localized> Page(Handout page) =>
        [page.Title, page.Body, page.SmallStep, .. page.Places];
}

/// <summary>The texts of an intervention after rendering, before steps and entries that do not apply are left out.</summary>
internal sealed class RenderedTexts(
    Lazy<ImmutableArray<string>> head, Lazy<ImmutableArray<string>> talk, Lazy<ImmutableArray<string>> pages, int steps)
{
    private const int PartsOfPage = 5;

    /// <summary>The same with every text rendered here and now.</summary>
    public RenderedTexts Whole()
    {
        _ = (head.Value, talk.Value, pages.Value);
        return this;
    }

    public string Title => head.Value[0];

    public string Note => head.Value[1];

    public RenderedPage Handout => RenderedPage.From(pages.Value.AsSpan()[..PartsOfPage]);

    public RenderedPage Family => RenderedPage.From(pages.Value.AsSpan()[PartsOfPage..]);

    public ImmutableArray<string> Steps => talk.Value[..steps];

    public ImmutableArray<string> Menu => talk.Value[steps..];
}

/// <summary>The texts of one page after rendering.</summary>
internal sealed record RenderedPage(string Title, string Body, string SmallStep, ImmutableArray<string> Places)
{
    public static RenderedPage From(ReadOnlySpan<string> parts) => new(parts[0], parts[1], parts[2], [parts[3], parts[4]]);
}
