using System.Collections.Immutable;

namespace Sbirt.Content.Claims;

/// <summary>What the file must and may tell of a kind of signal.</summary>
/// <param name="Subjects">The first is taken when none is told.</param>
/// <param name="CountsClaims">It must name kinds of claims.</param>
/// <param name="Values">Placeholders its words may use besides value and threshold.</param>
internal sealed record SignalNeeds(
    SignalKind Kind,
    string Id,
    ImmutableArray<SignalSubject> Subjects,
    ImmutableArray<string> Required,
    ImmutableArray<string> Optional,
    bool CountsClaims,
    GroupsOf Groups,
    ImmutableArray<string> Values)
{
    public static ImmutableArray<SignalNeeds> All { get; } =
    [
        new(SignalKind.ClaimsPerMonth, "claims-per-month", [SignalSubject.Claims],
            [LimitNames.Threshold], [LimitNames.ApproachFrom, LimitNames.RisePercent, LimitNames.RiseMonths, LimitNames.RiseFrom], true, GroupsOf.None, ["sum"]),
        new(SignalKind.VisitsOneInstitution, "visits-one-institution", [SignalSubject.Institution],
            [LimitNames.Threshold], [LimitNames.ApproachFrom, LimitNames.ConsecutiveMonths], true, GroupsOf.None, ["months"]),
        new(SignalKind.InstitutionsSameDisease, "institutions-same-disease", [SignalSubject.Disease],
            [LimitNames.Threshold], [LimitNames.ApproachFrom, LimitNames.ConsecutiveMonths], false, GroupsOf.None, ["months"]),
        new(SignalKind.SameDrugSeveralInstitutions, "same-drug-several-institutions", [SignalSubject.Ingredient, SignalSubject.TherapeuticClass],
            [LimitNames.Threshold], [LimitNames.ApproachFrom, LimitNames.ConsecutiveMonths, LimitNames.MinOverlapDays], false, GroupsOf.May, ["medicines", "days", "months"]),
        new(SignalKind.ManyDrugs, "many-drugs", [SignalSubject.Ingredient],
            [LimitNames.Threshold], [LimitNames.ApproachFrom, LimitNames.ConsecutiveMonths, LimitNames.MinDays, LimitNames.MinInstitutions], false, GroupsOf.None, ["institutions"]),
        new(SignalKind.PsychotropicPolypharmacy, "psychotropic-polypharmacy", [SignalSubject.Prescription],
            LimitNames.FeeRule, [LimitNames.AcrossPrescriptions], false, GroupsOf.None, ["medicines", "prescriptions"]),
        new(SignalKind.BzOverlap, "bz-overlap", [SignalSubject.TherapeuticClass, SignalSubject.Ingredient],
            [LimitNames.Threshold], [LimitNames.ApproachFrom, LimitNames.WindowMonths], false, GroupsOf.Must, ["medicines", "institutions"]),
        new(SignalKind.BzContinuous, "bz-continuous", [SignalSubject.Ingredient],
            [LimitNames.Threshold, LimitNames.GapDays, LimitNames.CountFrom], [LimitNames.ApproachFrom], false, GroupsOf.Must, ["medicines", "from", "to"]),
        new(SignalKind.EarlyRefill, "early-refill", [SignalSubject.Ingredient],
            [LimitNames.Threshold, LimitNames.GraceDays, LimitNames.WithinDays], [LimitNames.ApproachFrom, LimitNames.GracePercent], false, GroupsOf.Must, ["medicines", "within", "grace"]),
        new(SignalKind.DoseTrend, "dose-trend", [SignalSubject.TherapeuticClass],
            [LimitNames.Threshold, LimitNames.WindowMonths], [LimitNames.ApproachFrom], false, GroupsOf.Must, ["medicines", "now", "before", "inada", "ashton", "months"]),
    ];

    public static SignalNeeds Of(SignalKind kind) => All.First(needs => needs.Kind == kind);
}

/// <summary>Whether a kind of signal looks at named groups of medicines.</summary>
internal enum GroupsOf
{
    None,
    May,
    Must,
}
