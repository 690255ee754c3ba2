using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>
/// A brief intervention as its YAML file tells it: what the clinician can say in two minutes (FRAMES, FLO,
/// BNI), the patient's page, and when to look again. Texts are Handlebars templates over the plan's facts.
/// </summary>
/// <param name="Id">Named by the bands of the threshold packs, e.g. <c>alcohol-brief</c>.</param>
/// <param name="FollowUpDays">Days after the talk on which to look again, e.g. 14, 28, 90, 180.</param>
public sealed record Intervention(
    string Id,
    string Version,
    Topic Topic,
    Localized Title,
    ImmutableArray<ScriptStep> Steps,
    ImmutableArray<Localized> Menu,
    Handout Handout,
    Localized Note,
    ImmutableArray<int> FollowUpDays,
    ImmutableArray<Source> Sources);

/// <summary>One thing to say or ask, in the doctor's mouth.</summary>
public sealed record ScriptStep(StepKind Kind, Localized Say);

/// <summary>The steps of a brief negotiated interview, in speaking order.</summary>
public enum StepKind
{
    Safety,
    AskPermission,
    Feedback,
    Listen,
    Importance,
    Confidence,
    Menu,
    Agree,
    FollowUp,
    HandOver,
}

/// <summary>The patient's one page: a question as title, and a body in Markdown.</summary>
public sealed record Handout(Localized Title, Localized Body);
