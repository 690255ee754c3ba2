using Sbirt.Content.Claims.Counting;

namespace Sbirt.Content.Claims;

/// <summary>
/// How many claims a person has in a month as a preset counts them in <c>claims-per-month</c>; a preset without that signal
/// counts every out-patient claim.
/// </summary>
public sealed class CountedClaims
{
    private readonly int kinds = -1;
    private readonly LeavingOut leaving = new([SignalExclusions.Inpatient]);

    public CountedClaims(SignalPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        Signal = preset.Signals.FirstOrDefault(signal => signal.Kind == SignalKind.ClaimsPerMonth);
        if (Signal is not null)
        {
            kinds = ClaimsPerMonthRule.KindsOf(Signal);
            leaving = new LeavingOut(Signal.Exclusions.LeaveOut);
        }
    }

    /// <summary>The signal that counts so; null: the preset has none.</summary>
    public SignalDefinition? Signal { get; }

    public bool Counts(in ClaimFact claim) => ClaimsPerMonthRule.IsOf(kinds, claim.Kind) && leaving.ReasonOf(claim) is null;

    /// <param name="month">yyyymm.</param>
    public int In(ReadOnlySpan<ClaimFact> claims, int month)
    {
        var count = 0;
        foreach (ref readonly var claim in claims)
        {
            count += claim.Month == month && Counts(in claim) ? 1 : 0;
        }

        return count;
    }
}
