using System.Collections.Immutable;
using Sbirt.Content.Drinks;
using Sbirt.Content.Handouts;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Interventions;

/// <summary>Makes a brief intervention ready for one person: what to say, what to hand out, what to write down.</summary>
public static class Planning
{
    /// <summary>
    /// The plan of the intervention the request names. The ids come from checked content, so one that the
    /// library does not hold is a mistake of the program.
    /// </summary>
    public static InterventionPlan Plan(InterventionLibrary library, PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(request);
        var intervention = library.Find(request.InterventionId)
            ?? throw new ArgumentException("The library holds no such intervention.", nameof(request));
        var days = Days(intervention, request);
        // In an emergency nobody counts drinks.
        var week = request.Scored is null || intervention.Topic is Topic.AlcoholWithdrawal or Topic.Suicidality
            ? null
            : library.Drinks.WeekOf(request.Scored)?.Picture(library.Drinks, request.Person, request.Language);
        var values = new PlanValues(request, library, week, days[0]);
        var markdown = library.Render(intervention, request.Language, values.EscapedBy(Escaping.ForMarkdown));
        var plain = library.Render(intervention, request.Language, values.EscapedBy(Escaping.ForPlainText));
        return new InterventionPlan(
            intervention.Id,
            intervention.Version,
            request.Language,
            plain.Title,
            values.Readiness,
            [.. Said(intervention, markdown, values)],
            [.. intervention.Menu.Zip(markdown.Menu)
                .Where(entry => values.Holds(entry.First.When))
                .Select(entry => entry.Second)],
            new(() => new HandoutPages(Sheet(markdown.Handout, request, week), Sheet(markdown.Family, request, null)), LazyThreadSafetyMode.ExecutionAndPublication),
            plain.Note,
            days,
            [.. days.Select(request.Today.AddDays)]);
    }

    private static ImmutableArray<int> Days(Intervention intervention, PlanRequest request) =>
        request.Finding?.Set is { } set && intervention.FollowUpByPack.TryGetValue(set.PackId, out var days)
            ? days
            : intervention.FollowUpDays;

    // A step whose conditions all failed says nothing and is left out.
    private static IEnumerable<PlanStep> Said(Intervention intervention, RenderedTexts texts, PlanValues values) =>
        intervention.Steps.Zip(texts.Steps)
            .Where(step => values.Holds(step.First.When) && step.Second.Length > 0)
            .Select(step => new PlanStep(step.First.Kind, step.Second));

    private static HandoutSheet Sheet(RenderedPage page, PlanRequest request, WeekPicture? week) =>
        new(request.Language, page.Title, page.Body, week, page.SmallStep, page.Places);
}
