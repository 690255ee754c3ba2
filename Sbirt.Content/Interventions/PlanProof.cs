using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>
/// Renders an intervention in both languages over made-up facts and looks at what a reader would get: a hole,
/// a script too long to say, a page too long to read.
/// </summary>
internal static class PlanProof
{
    /// <summary>Most lines a clinician says in two minutes.</summary>
    public const int MostSteps = 12;

    public static IEnumerable<ContentFault> Faults(
        InterventionLibrary library,
        Intervention intervention,
        string path,
        IEnumerable<IReadOnlyDictionary<string, object>> matrix) =>
        matrix.SelectMany(facts => Enum.GetValues<Language>()
                .SelectMany(language => Look(library, intervention, language, facts)))
            .Distinct()
            .Select(found => new ContentFault(path, 1, found.What, found.Fix));

    private static List<(string What, string Fix)> Look(
        InterventionLibrary library,
        Intervention intervention,
        Language language,
        IReadOnlyDictionary<string, object> facts)
    {
        var tag = LanguageTag.Of(language);
        RenderedTexts texts;
        try
        {
            texts = library.Render(intervention, language, facts).Whole();
        }
        catch (Exception exception) when (exception is TemplateException or TemplateLimitException)
        {
            return [($"{tag}: a text cannot be rendered: {exception.Message}", "Use only the known values and phrases.")];
        }

        var steps = intervention.Steps.Zip(texts.Steps)
            .Count(step => step.Second.Length > 0 && (step.First.When is not { } when || facts[when] is true));
        var found = new List<(string What, string Fix)>();
        if (steps > MostSteps)
        {
            found.Add(($"{tag}: the script grows to {steps} lines.", $"Keep it within {MostSteps} whatever holds of the person."));
        }

        foreach (var (name, page) in new[] { ("handout", texts.Handout), ("family", texts.Family) })
        {
            var length = PageLength.Of(page, language);
            if (length > PageLength.Most(language))
            {
                found.Add(($"{tag}: the {name} page grows to {length} {PageLength.Unit(language)}.", $"Keep it within {PageLength.Most(language)}."));
            }

            if (page.Title.Length == 0 || page.Body.Length == 0)
            {
                found.Add(($"{tag}: the {name} page can come out empty.", "Give it words that do not depend on a condition."));
            }
        }

        return found;
    }
}
