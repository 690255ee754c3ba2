using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>Reads one intervention file and checks what can be seen without rendering it.</summary>
internal sealed class InterventionFile(ContentReader reader, Phrases phrases)
{
    private static readonly char[] QuestionMarks = ['?', '？'];

    /// <summary>The intervention, or null with the reader's faults.</summary>
    public Intervention? Read()
    {
        var shape = reader.Read<InterventionShape>();
        if (shape is null)
        {
            return null;
        }

        var title = Text(shape.Title, shape.Line, "title");
        var steps = Steps(shape);
        var menu = Menu(shape);
        var handout = Page(shape.Handout, shape.Line, "handout");
        var family = Page(shape.Family, shape.Line, "family");
        var note = Text(shape.Note, shape.Line, "note");
        var sources = SourceEntry.NeedSources(reader, shape.Sources, shape.Line);
        FollowUp(shape.FollowUpDays, shape.Line);
        foreach (var days in shape.FollowUpByPack.Values)
        {
            FollowUp(days, shape.Line);
        }

        if (string.IsNullOrWhiteSpace(shape.Id) || string.IsNullOrWhiteSpace(shape.Version))
        {
            Fault(shape.Line, "id or version is missing.", "Write both, e.g. `id: alcohol-brief`, `version: \"1.0.0\"`.");
        }

        var topic = reader.NeedOneOf<Topic>(shape.Topic, shape.Line, "topic");
        return reader.Faults.Count > 0
            ? null
            : new Intervention(
                shape.Id!,
                shape.Version!,
                topic,
                title!,
                steps,
                menu,
                handout!,
                family!,
                note!,
                [.. shape.FollowUpDays],
                shape.FollowUpByPack.ToImmutableDictionary(pack => pack.Key, pack => pack.Value.ToImmutableArray()),
                sources);
    }

    private ImmutableArray<ScriptStep> Steps(InterventionShape shape)
    {
        if (shape.Steps.Count == 0)
        {
            Fault(shape.Line, "The script has no steps.", "Write `steps:` with `kind` and `say`.");
        }

        var steps = new List<ScriptStep>();
        foreach (var step in shape.Steps)
        {
            var kind = reader.NeedOneOf<StepKind>(step.Kind, step.Line, "kind");
            Condition(step.When, step.Line);
            if (Text(step.Say, step.Line, "say") is { } say)
            {
                steps.Add(new ScriptStep(kind, say, step.When));
            }
        }

        return [.. steps];
    }

    private ImmutableArray<MenuEntry> Menu(InterventionShape shape)
    {
        var menu = new List<MenuEntry>();
        foreach (var entry in shape.Menu)
        {
            Condition(entry.When, entry.Line);
            if (Text(entry.Text, entry.Line, "menu") is { } text)
            {
                menu.Add(new MenuEntry(text, entry.When));
            }
        }

        return [.. menu];
    }

    private Handout? Page(PageShape? page, int line, string what)
    {
        if (page is null)
        {
            Fault(line, $"`{what}:` is missing.", "Write it with title, body, smallStep and two places.");
            return null;
        }

        var title = PageText(page.Title, page.Line, "title");
        var body = PageText(page.Body, page.Line, "body");
        var smallStep = PageText(page.SmallStep, page.Line, "smallStep");
        var places = page.Places.Select(place => PageText(place, place.Line, "places")).ToList();
        if (places.Count != 2)
        {
            Fault(page.Line, $"The {what} page names {places.Count} places to talk.", "Name two kinds of place.");
        }

        if (title is not null
            && (title.Ja.IndexOfAny(QuestionMarks) < 0 || title.En.IndexOfAny(QuestionMarks) < 0))
        {
            Fault(page.Line, $"The title of the {what} page is not a question.", "Ask the question its reader has.");
        }

        if (smallStep is not null
            && !(smallStep.Ja.Contains("＿＿", StringComparison.Ordinal) && smallStep.En.Contains("____", StringComparison.Ordinal)))
        {
            Fault(page.Line, $"The small step of the {what} page has no blank to fill.", "Leave ＿＿＿＿ (ja) and ____ (en).");
        }

        return title is null || body is null || smallStep is null || places.Contains(null)
            ? null
            : new Handout(title, body, smallStep, [.. places.Select(place => place!)]);
    }

    private void FollowUp(List<int> days, int line)
    {
        if (days.Count == 0 || days[0] < 1 || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            Fault(line, "The follow-up days are missing or not rising.", "Write e.g. `followUpDays: [14, 28, 90, 180]`.");
        }
    }

    private Localized? PageText(LocalizedText? text, int line, string what) => Text(text, line, what, Vocabulary.NotOnPaper);

    private Localized? Text(LocalizedText? text, int line, string what, IReadOnlySet<string>? forbidden = null)
    {
        if (text is null)
        {
            Fault(line, $"`{what}:` is missing.", "Write it in ja and en.");
            return null;
        }

        if (text.ToLocalized(reader) is not { } localized)
        {
            return null;
        }

        TemplateFaults.Look(reader, text.Line, localized, phrases.Names, forbidden);
        return localized;
    }

    private void Condition(string? when, int line)
    {
        if (when is not null && !Vocabulary.Conditions.Contains(when))
        {
            Fault(line, $"`when: {when}` is no fact a text can depend on.", $"Use one of {string.Join(", ", Vocabulary.Conditions.Order(StringComparer.Ordinal))}.");
        }
    }

    private void Fault(int line, string what, string fix) => reader.Fault(line, what, fix);
}
