using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>A brief intervention made ready for one person, in one language.</summary>
/// <param name="HandoutMarkdown">The patient's page.</param>
/// <param name="FamilyMarkdown">The page for a relative who asks; needs nothing of the person.</param>
/// <param name="Note">Ready to paste into the record.</param>
public sealed record InterventionPlan(
    string InterventionId,
    string Version,
    Language Language,
    string Title,
    ImmutableArray<PlanStep> Steps,
    ImmutableArray<string> Menu,
    string HandoutTitle,
    string HandoutMarkdown,
    string FamilyMarkdown,
    string Note,
    ImmutableArray<int> FollowUpDays);

/// <summary>One rendered step of the script.</summary>
public sealed record PlanStep(StepKind Kind, string Say);

/// <summary>How ready the person is, where the doctor asked: each 0–10, null when not asked.</summary>
public sealed record Readiness(int? Importance, int? Confidence);
