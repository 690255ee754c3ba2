using System.Collections.Frozen;

namespace Sbirt.Content.Handouts;

/// <summary>
/// The only names a text may use between double braces. A name outside it stops the start, in whichever
/// language it stands, so that no patient meets a hole.
/// </summary>
internal static class Vocabulary
{
    /// <summary>Facts that switch a part of a text on (<c>{{#if pregnant}}</c>, <c>when: pregnant</c>).</summary>
    public static FrozenSet<string> Conditions { get; } = FrozenSet.ToFrozenSet(
        [
            "pregnant", "under20", "driving", "withdrawalHistory", "sedatives",
            "scored", "incomplete", "banded",
            "importanceAsked", "importanceAboveZero", "confidenceAsked", "confidenceAboveZero",
            "readinessNotAsked", "notReady", "unsure", "ready",
            "week", "crisisContactKnown", "clinicContactKnown",
        ],
        StringComparer.Ordinal);

    /// <summary>Values that are printed (<c>{{score}}</c>).</summary>
    public static FrozenSet<string> Values { get; } = FrozenSet.ToFrozenSet(
        [
            "instrument", "score", "band", "cutOff", "pack", "packName", "importance", "confidence", "weekGrams", "weekGo",
            "weekCans", "weekGlasses", "guideGrams", "followUpDate", "followUpDays", "crisisContact",
            "clinicContact",
        ],
        StringComparer.Ordinal);

    /// <summary>What a page for the envelope must not say: whoever opens it may read it.</summary>
    public static FrozenSet<string> NotOnPaper { get; } = FrozenSet.ToFrozenSet(
        ["instrument", "score", "band", "cutOff", "pack", "packName", "scored", "incomplete", "banded", "importance", "confidence"],
        StringComparer.Ordinal);
}
