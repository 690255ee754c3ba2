using System.Collections.Immutable;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>A brief intervention made ready for one person, in one language.</summary>
/// <param name="Note">Ready to paste into the record; plain text.</param>
/// <param name="Readiness">How ready the person said to be, by the convention of the readiness file.</param>
/// <param name="Pages">The pages to hand out, written when they are first asked for: a prompt needs none.</param>
/// <param name="FollowUpDates">The days to look again, counted from the day of the talk.</param>
public sealed record InterventionPlan(
    string InterventionId,
    string Version,
    Language Language,
    string Title,
    ReadinessBand Readiness,
    ImmutableArray<PlanStep> Steps,
    ImmutableArray<string> Menu,
    Lazy<HandoutPages> Pages,
    string Note,
    ImmutableArray<int> FollowUpDays,
    ImmutableArray<DateOnly> FollowUpDates)
{
    /// <summary>The patient's page.</summary>
    public HandoutSheet Handout => Pages.Value.Handout;

    /// <summary>The page for a relative who asks; needs nothing of the person.</summary>
    public HandoutSheet Family => Pages.Value.Family;

    /// <summary>The question at the head of the patient's page.</summary>
    public string HandoutTitle => Handout.Title;

    /// <summary>The patient's page in Markdown, its title included.</summary>
    public string HandoutMarkdown => Handout.Markdown;

    /// <summary>The relative's page in Markdown, its title included.</summary>
    public string FamilyMarkdown => Family.Markdown;
}

/// <summary>One rendered step of the script; values in it are escaped for Markdown.</summary>
public sealed record PlanStep(StepKind Kind, string Say);

/// <summary>How ready the person is, where the doctor asked: each 0–10, null when not asked.</summary>
public sealed record Readiness(int? Importance, int? Confidence);

/// <summary>The patient's page, and the one for a relative.</summary>
public sealed record HandoutPages(HandoutSheet Handout, HandoutSheet Family);
