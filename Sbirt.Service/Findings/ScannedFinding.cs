using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Findings;

/// <summary>A finding as a scan wrote it.</summary>
/// <param name="Month">yyyymm.</param>
internal sealed record ScannedFinding(
    string Person,
    int Month,
    string Signal,
    SignalKind Kind,
    SignalStatus Status,
    decimal Value,
    ImmutableArray<ScannedEvidence> Evidence,
    ImmutableArray<string> Excluded,
    bool IsExcluded);

/// <summary>One counted fact, and where it stands.</summary>
/// <param name="Line">In the whole file, from 1.</param>
internal sealed record ScannedEvidence(string File, long Line, string Institution, DateOnly Date, Localized What);
