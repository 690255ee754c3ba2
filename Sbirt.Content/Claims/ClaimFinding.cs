using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Claims;

/// <summary>How far a signal went.</summary>
public enum SignalStatus
{
    Approaching,
    Reached,
}

/// <summary>
/// What a signal says about one person in one month, with every fact it was counted from. It is a count, not a judgement
/// of the person.
/// </summary>
/// <param name="Month">The last month of the window, yyyymm.</param>
/// <param name="Signal">The signal's id, e.g. <c>claims-per-month</c>.</param>
/// <param name="Value">What was counted, in the signal's unit.</param>
/// <param name="Threshold">From which value on the status holds.</param>
/// <param name="Evidence">The claims and dispensings counted, in their order.</param>
/// <param name="Excluded">What was left out of the count, or makes the finding no reason to write: each with its reason.</param>
/// <param name="IsExcluded">True: an exclusion takes the whole finding out of the letters; it is shown all the same.</param>
public sealed record ClaimFinding(
    string Person,
    int Month,
    string Signal,
    SignalStatus Status,
    decimal Value,
    decimal Threshold,
    ImmutableArray<ClaimEvidence> Evidence,
    ImmutableArray<ClaimExclusion> Excluded,
    bool IsExcluded)
{
    /// <summary>The arithmetic in words, e.g. <c>医科 11 + 調剤 9 = 20件(目安20件から)</c>; null: none was told.</summary>
    public Localized? Arithmetic { get; init; }

    /// <summary>Days of medicines taken as needed are an estimate, and they are among what was counted.</summary>
    public bool RestsOnEstimate { get; init; }
}

/// <summary>One counted fact.</summary>
/// <param name="Date">A day, or the first day of the month when a claim tells only the month.</param>
/// <param name="What">In words without a name, e.g. <c>医科 外来</c> or <c>エチゾラム 30日分</c>, and the same in English.</param>
public sealed record ClaimEvidence(ClaimPlace Place, ShortCode Institution, DateOnly Date, Localized What);

/// <summary>Something left out, and why.</summary>
/// <param name="Reason">The id of the exclusion, e.g. <c>dialysis</c> or <c>in-patient</c>.</param>
/// <param name="Count">How many facts it took out; 0: the finding as a whole.</param>
public sealed record ClaimExclusion(string Reason, int Count);
