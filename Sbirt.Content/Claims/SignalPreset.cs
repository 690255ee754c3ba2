using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims;

/// <summary>The signals a payer looks for, with the numbers of one programme.</summary>
/// <param name="Id">e.g. <c>kyokai-osaka-20</c>.</param>
/// <param name="Note">What is not known of the programme it follows.</param>
/// <param name="SignsLookBack">Months in which a sign, such as dialysis, on any claim of the person counts.</param>
public sealed record SignalPreset(
    string Id,
    string Version,
    Localized Title,
    Localized Note,
    CutOff SignsLookBack,
    ImmutableArray<SignalDefinition> Signals)
{
    private const int DaysOfShortMonth = 28;

    /// <summary>True: medicines that are none of the medicine table's count, too, so a reader must keep every one.</summary>
    public bool NeedsEveryMedicine => Signals.Any(signal =>
        signal.Kind == SignalKind.ManyDrugs || (signal.Kind == SignalKind.SameDrugSeveralInstitutions && signal.Groups.IsEmpty));

    /// <summary>True: disease names are counted.</summary>
    public bool NeedsDiseases => Signals.Any(signal => signal.Kind == SignalKind.InstitutionsSameDisease);

    /// <summary>Months of facts before the first month of a scan without which its findings can be too few.</summary>
    public int MonthsBefore => Signals.Select(MonthsOf).Append((int)SignsLookBack.Value - 1).Max();

    /// <summary>Supplies reach into later months, so those about medicines look back a supply further.</summary>
    private static int MonthsOf(SignalDefinition signal)
    {
        const int LongestSupplyMonths = 3;
        return signal.Kind switch
        {
            SignalKind.BzContinuous => signal.Threshold + LongestSupplyMonths,
            SignalKind.EarlyRefill => (signal.Need(LimitNames.WithinDays) / DaysOfShortMonth) + LongestSupplyMonths,
            SignalKind.BzOverlap or SignalKind.SameDrugSeveralInstitutions => signal.WindowMonths + signal.ConsecutiveMonths - 2 + LongestSupplyMonths,
            SignalKind.DoseTrend => signal.WindowMonths + LongestSupplyMonths,
            SignalKind.ClaimsPerMonth => signal.Optional(LimitNames.RiseMonths) ?? 0,
            _ => signal.ConsecutiveMonths - 1,
        };
    }
}
