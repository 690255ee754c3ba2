using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>
/// A brief intervention as its YAML file tells it: what the clinician can say in two minutes (FRAMES, FLO,
/// BNI), the patient's page, and when to look again. Texts are Handlebars templates over the plan's facts.
/// </summary>
/// <param name="Id">Named by the bands of the threshold packs, e.g. <c>alcohol-brief</c>.</param>
/// <param name="Family">The page for a relative who asks; needs nothing of the person.</param>
/// <param name="FollowUpDays">Days after the talk on which to look again, e.g. 14, 28, 90, 180.</param>
/// <param name="FollowUpByPack">Another rhythm where a threshold pack has its own (HAPPY: 28, 84).</param>
public sealed record Intervention(
    string Id,
    string Version,
    Topic Topic,
    Localized Title,
    ImmutableArray<ScriptStep> Steps,
    ImmutableArray<MenuEntry> Menu,
    Handout Handout,
    Handout Family,
    Localized Note,
    ImmutableArray<int> FollowUpDays,
    ImmutableDictionary<string, ImmutableArray<int>> FollowUpByPack,
    ImmutableArray<Source> Sources);

/// <summary>One thing to say or ask, in the doctor's mouth.</summary>
/// <param name="When">A fact of the person that brings it (<c>pregnant</c>, <c>sedatives</c> …); null: always.</param>
public sealed record ScriptStep(StepKind Kind, Localized Say, string? When = null);

/// <summary>One way somebody might try, offered and never ordered.</summary>
/// <param name="When">A fact of the person that brings it; null: always.</param>
public sealed record MenuEntry(Localized Text, string? When = null);

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

/// <summary>
/// One page to take home: a question as title, a body in Markdown, one small step with a blank to fill, and
/// two kinds of place to talk. It carries no score, for others may open the envelope.
/// </summary>
public sealed record Handout(
    Localized Title,
    Localized Body,
    Localized SmallStep,
    ImmutableArray<Localized> Places);
