using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>A kind of place a person can be handed over to (CodeSystem <c>sbirt-resource-type</c>).</summary>
/// <param name="Handles">What help is found there, in words.</param>
/// <param name="HowToFind">How to find one nearby when the directory names none.</param>
/// <param name="OnlyIf">
/// Circumstance that the hand-over questions do not ask (probation, school); when it is not null the kind is
/// shown on asking and never suggested by itself.
/// </param>
/// <param name="GivesSpecialistCare">True: what a finding that asks for specialist care is handed over to.</param>
/// <param name="ServesItsArea">True: it sees only residents of its own prefecture or city.</param>
public sealed record ResourceType(
    string Code,
    Localized Name,
    PlaceKind Kind,
    Localized Handles,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Urgency> Urgencies,
    ImmutableArray<Audience> Audiences,
    Localized HowToEnter,
    Localized HowToFind,
    Localized WhatToKnow,
    Localized? OnlyIf,
    bool ServesItsArea,
    bool GivesSpecialistCare,
    ImmutableArray<Source> Sources);
