using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Who needs help, with what, how pressing, and where: the four questions before a place is named.</summary>
/// <param name="Person">About the one who drinks or uses; never read when the family asks for itself.</param>
/// <param name="Prefecture">Japanese name, where help is wanted; null: not told.</param>
/// <param name="Serious">True when specialist care is indicated, not only a conversation.</param>
public sealed record Need(
    Audience For,
    Topic Topic,
    bool Serious,
    ImmutableArray<Urgency> Urgencies,
    Person Person,
    string? Prefecture,
    GeoPosition? Position,
    Language Language);

/// <summary>What presses most besides the substance.</summary>
public enum Urgency
{
    Safety,
    Debt,
    Housing,
    Child,
    Withdrawal,
}

/// <summary>A place that fits, and why; at most three are suggested.</summary>
/// <param name="Warnings">E.g. last verified more than 180 days ago; contact unknown; fictitious entry.</param>
/// <param name="KindOnly">
/// True: the directory names no such place; <paramref name="Place"/> then stands for the kind, contact unknown, and
/// its note says how to find one.
/// </param>
public sealed record Suggestion(
    Place Place,
    ImmutableArray<Localized> Reasons,
    ImmutableArray<Localized> Warnings,
    ResourceType Type,
    bool KindOnly);
