using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>Of a finding, what a letter may be told: counts, and places only to be counted.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Institutions">Codes of the evidence, each once.</param>
/// <param name="What">What was counted, in words (<see cref="ClaimEvidence.What"/>); printed only when the payer shows medicines.</param>
/// <param name="IsInCare">The person is in psychiatric care already (自立支援医療, 法別 21): another message.</param>
public sealed record LetterFinding(
    int Month,
    SignalKind Kind,
    SignalStatus Status,
    decimal Value,
    ImmutableArray<string> Institutions,
    ImmutableArray<Localized> What,
    bool IsInCare);
