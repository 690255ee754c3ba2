namespace Sbirt.Content.Claims.Counting;

/// <summary>Which rule counts which kind of signal.</summary>
internal static class SignalRules
{
    public static SignalRule Of(SignalDefinition definition, MedicineTable medicines) => definition.Kind switch
    {
        SignalKind.ClaimsPerMonth => new ClaimsPerMonthRule(definition),
        SignalKind.VisitsOneInstitution => new VisitsOneInstitutionRule(definition),
        SignalKind.InstitutionsSameDisease => new InstitutionsSameDiseaseRule(definition),
        SignalKind.SameDrugSeveralInstitutions => new SameDrugRule(definition, medicines),
        SignalKind.ManyDrugs => new ManyDrugsRule(definition, medicines),
        SignalKind.PsychotropicPolypharmacy => new PolypharmacyRule(definition, medicines),
        SignalKind.BzOverlap => new BzOverlapRule(definition, medicines),
        SignalKind.BzContinuous => new BzContinuousRule(definition, medicines),
        SignalKind.EarlyRefill => new EarlyRefillRule(definition, medicines),
        SignalKind.DoseTrend => new DoseTrendRule(definition, medicines),
        _ => throw new ArgumentOutOfRangeException(nameof(definition)),
    };
}
