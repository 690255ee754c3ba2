namespace Sbirt.Content.Claims;

/// <summary>What a signal counts; in kebab-case the id it has unless a file gives it another.</summary>
public enum SignalKind
{
    ClaimsPerMonth,
    VisitsOneInstitution,
    InstitutionsSameDisease,
    SameDrugSeveralInstitutions,
    ManyDrugs,
    PsychotropicPolypharmacy,
    BzOverlap,
    BzContinuous,
    EarlyRefill,
    DoseTrend,
}

/// <summary>By what a signal takes facts together.</summary>
public enum SignalSubject
{
    Claims,
    Institution,
    Disease,
    Prescription,

    /// <summary>Ingredient, whatever the brand; a medicine outside the table by its claim code.</summary>
    Ingredient,

    /// <summary>Group of the medicine table (薬効); a medicine outside the table by its claim code.</summary>
    TherapeuticClass,
}
