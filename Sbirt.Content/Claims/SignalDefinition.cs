using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims;

/// <summary>A signal of a preset: what is counted, from when on it is said, and where each number comes from.</summary>
/// <param name="Id">Stands in each finding, e.g. <c>claims-per-month</c>; a preset has it once.</param>
/// <param name="Limits">By their names in the file, each with its source.</param>
/// <param name="Counts">Kinds of claims that are counted; empty for signals about medicines and diseases.</param>
/// <param name="Groups">Groups of medicines that are looked at; empty: all.</param>
/// <param name="Note">What a reader must know of it, such as that a source does not tell how it counted; null: nothing.</param>
public sealed record SignalDefinition(
    string Id,
    SignalKind Kind,
    SignalSubject Subject,
    SignalWording Words,
    Localized? Note,
    FrozenDictionary<string, CutOff> Limits,
    ImmutableArray<ClaimKind> Counts,
    ImmutableArray<MedicineGroup> Groups,
    SignalExclusions Exclusions)
{
    /// <summary>From this value on it is reached; the fee rule for several psychotropics has a limit for each group instead.</summary>
    public int Threshold => Limits.TryGetValue(LimitNames.Threshold, out var limit) ? (int)limit.Value : Limits.Values.Min(each => (int)each.Value);

    /// <summary>From this value on, below the threshold, it is approaching; null: there is no such band.</summary>
    public int? ApproachFrom => Optional(LimitNames.ApproachFrom);

    /// <summary>Months looked at, the month of the finding the last of them.</summary>
    public int WindowMonths => Optional(LimitNames.WindowMonths) ?? 1;

    /// <summary>Months in a row in which the threshold must be met.</summary>
    public int ConsecutiveMonths => Optional(LimitNames.ConsecutiveMonths) ?? 1;

    /// <summary>Days on which two institutions' supplies must meet; 0: any supply in the month counts.</summary>
    public int MinOverlapDays => Optional(LimitNames.MinOverlapDays) ?? 0;

    /// <summary>From when on the newest of its sources holds.</summary>
    public DateOnly Effective => Limits.Values.Max(limit => limit.Source.Effective);

    internal int Need(string limit) => (int)Limits[limit].Value;

    internal int? Optional(string limit) => Limits.TryGetValue(limit, out var found) ? (int)found.Value : null;
}

/// <summary>The words of a kind of signal (<c>Claims/signal-words.yaml</c>).</summary>
/// <param name="Explanation">What is counted, for a reader who knows no claims.</param>
/// <param name="Counted">The arithmetic of a finding, with placeholders.</param>
public sealed record SignalWording(Localized Title, Localized Explanation, Localized Counted);

/// <summary>What a signal respects, by the ids of <c>Claims/exclusions.yaml</c>.</summary>
/// <param name="LeaveOut">Such a fact is not counted; the rest is.</param>
/// <param name="Whole">A person with such a claim gets no letter from this signal; the finding is shown.</param>
/// <param name="OtherMessage">Shown with the finding, so that a letter can say something else.</param>
public sealed record SignalExclusions(ImmutableArray<string> LeaveOut, ImmutableArray<string> Whole, ImmutableArray<string> OtherMessage)
{
    /// <summary>Ids that are no sign of a claim.</summary>
    public const string Inpatient = "in-patient";

    /// <inheritdoc cref="Inpatient"/>
    public const string SuspectedDisease = "suspected-disease";

    public static SignalExclusions None { get; } = new([], [], []);

    /// <summary>Every id with the sign it stands for; <see cref="ClaimSigns.None"/> for those a fact tells by itself.</summary>
    public static FrozenDictionary<string, ClaimSigns> Known { get; } = new Dictionary<string, ClaimSigns>
    {
        [Inpatient] = ClaimSigns.None,
        [SuspectedDisease] = ClaimSigns.None,
        ["dialysis"] = ClaimSigns.Dialysis,
        ["cancer"] = ClaimSigns.Cancer,
        ["palliative-care"] = ClaimSigns.PalliativeCare,
        ["epilepsy"] = ClaimSigns.Epilepsy,
        ["third-party"] = ClaimSigns.ThirdParty,
        ["maternity"] = ClaimSigns.Maternity,
        ["referral-letter"] = ClaimSigns.ReferralLetter,
        ["psychiatric-care"] = ClaimSigns.PsychiatricCare,
        ["public-assistance"] = ClaimSigns.PublicAssistance,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
