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
        IEnumerable<IReadOnlyDictionary<string, object>> matrix)
    {
        var wholes = (from facts in matrix
                      from language in Enum.GetValues<Language>()
                      from whole in Wholes(intervention, library.Render(intervention, language, facts), facts)
                      select (Language: language, whole.Place, whole.Text)).ToHashSet();

        // Most sentences are the same whatever holds of the person: each is looked at once.
        var spoken = wholes
            .SelectMany(whole => WordingLint.Sentences(whole.Text).Select(sentence => (whole.Language, whole.Place, Sentence: sentence)))
            .Distinct()
            .SelectMany(part => lint.Spoken(part.Sentence, part.Language, part.Place).Select(fault => (part.Language, Fault: fault)));
        var missing = wholes
            .SelectMany(whole => lint.Missing(whole.Text, whole.Language, whole.Place, intervention.Id).Select(fault => (whole.Language, Fault: fault)));
        return spoken.Concat(missing)
            .Select(found => new ContentFault(path, 1, $"{LanguageTag.Of(found.Language)} {found.Fault.Place}: {found.Fault.Rule}: \"{found.Fault.Found}\". {found.Fault.Why}", found.Fault.Instead))
            .Distinct();
    }

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
