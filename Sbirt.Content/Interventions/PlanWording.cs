using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>Holds what a reader or a doctor would get, rendered, to the wording rules.</summary>
internal static class PlanWording
{
    public static IEnumerable<ContentFault> Faults(
        InterventionLibrary library,
        WordingLint lint,
        Intervention intervention,
        string path,
        IEnumerable<IReadOnlyDictionary<string, object>> matrix) =>
        (from whole in (from facts in matrix
                         from language in Enum.GetValues<Language>()
                         from whole in Wholes(intervention, library.Render(intervention, language, facts), facts)
                         select (Language: language, whole.Place, whole.Text)).Distinct()
         from fault in lint.Check(whole.Text, whole.Language, whole.Place, WordingKind.Whole, intervention.Id)
         select new ContentFault(path, 1, $"{LanguageTag.Of(whole.Language)} {fault.Place}: {fault.Rule}: \"{fault.Found}\". {fault.Why}", fault.Instead))
        .Distinct();

    private static IEnumerable<(string Place, string Text)> Wholes(
        Intervention intervention,
        RenderedTexts texts,
        IReadOnlyDictionary<string, object> facts)
    {
        yield return ("handout", Page(texts.Handout));
        yield return ("family", Page(texts.Family));
        var said = intervention.Steps.Zip(texts.Steps).Where(step => Holds(step.First.When)).Select(step => step.Second)
            .Concat(intervention.Menu.Zip(texts.Menu).Where(entry => Holds(entry.First.When)).Select(entry => entry.Second));
        yield return ("script", string.Join('\n', said));

        bool Holds(string? when) => when is null || facts[when] is true;
    }

    private static string Page(RenderedPage page) => string.Join('\n', [page.Title, page.Body, page.SmallStep, .. page.Places]);
}
