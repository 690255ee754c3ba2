using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sbirt.Content.Claims;

/// <summary>Names of the numbers a signal compares with, and the least and most each may be.</summary>
internal static class LimitNames
{
    public const string Threshold = "threshold";
    public const string ApproachFrom = "approachFrom";
    public const string WindowMonths = "windowMonths";
    public const string ConsecutiveMonths = "consecutiveMonths";
    public const string MinOverlapDays = "minOverlapDays";
    public const string RisePercent = "risePercent";
    public const string RiseMonths = "riseMonths";
    public const string RiseFrom = "riseFrom";
    public const string MinDays = "minDays";
    public const string MinInstitutions = "minInstitutions";
    public const string Anxiolytics = "anxiolytics";
    public const string Hypnotics = "hypnotics";
    public const string Antidepressants = "antidepressants";
    public const string Antipsychotics = "antipsychotics";
    public const string AnxiolyticsAndHypnotics = "anxiolyticsAndHypnotics";
    public const string AcrossPrescriptions = "acrossPrescriptions";
    public const string GapDays = "gapDays";
    public const string CountFrom = "countFrom";
    public const string GraceDays = "graceDays";
    public const string GracePercent = "gracePercent";
    public const string WithinDays = "withinDays";

    /// <summary>Years are the longest anything is looked back.</summary>
    public const int MostMonths = 36;

    private const int Most = 1000;

    public static ImmutableArray<string> FeeRule { get; } = [Anxiolytics, Hypnotics, Antidepressants, Antipsychotics, AnxiolyticsAndHypnotics];

    /// <summary>Together they say what a rise is.</summary>
    public static ImmutableArray<string> Rise { get; } = [RisePercent, RiseMonths, RiseFrom];

    public static FrozenDictionary<string, (int Least, int Most)> Bounds { get; } = new Dictionary<string, (int, int)>
    {
        [Threshold] = (1, Most),
        [ApproachFrom] = (1, Most),
        [WindowMonths] = (1, MostMonths),
        [ConsecutiveMonths] = (1, MostMonths),
        [MinOverlapDays] = (1, Most),
        [RisePercent] = (1, Most),
        [RiseMonths] = (1, MostMonths),
        [RiseFrom] = (2, Most),
        [MinDays] = (1, Most),
        [MinInstitutions] = (1, Most),
        [Anxiolytics] = (2, Most),
        [Hypnotics] = (2, Most),
        [Antidepressants] = (2, Most),
        [Antipsychotics] = (2, Most),
        [AnxiolyticsAndHypnotics] = (2, Most),
        [AcrossPrescriptions] = (2, Most),
        [GapDays] = (0, Most),
        [CountFrom] = (19000101, 99991231),
        [GraceDays] = (0, Most),
        [GracePercent] = (0, 100),
        [WithinDays] = (1, Most),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
