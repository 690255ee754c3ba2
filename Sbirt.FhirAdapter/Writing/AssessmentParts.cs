using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.Content.Thresholds;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>Everything one answer sheet came to, ready to be written as resources.</summary>
/// <param name="Findings">Of the pack asked for, the most serious first.</param>
/// <param name="Beside">Those of the packs shown beside it.</param>
/// <param name="Plan">The brief intervention; null when the findings bring none.</param>
/// <param name="Suggestions">At most three are written.</param>
/// <param name="Today">The day of the assessment; follow-up dates count from it.</param>
public sealed record AssessmentParts(
    ReadResponse Response,
    Scored Scored,
    ImmutableArray<Finding> Findings,
    ImmutableArray<Finding> Beside,
    InterventionPlan? Plan,
    ImmutableArray<Suggestion> Suggestions,
    ThresholdPack Pack,
    string ContentVersion,
    Language Language,
    DateOnly Today);
