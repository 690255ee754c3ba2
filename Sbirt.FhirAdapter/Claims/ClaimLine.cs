using System.Collections.Immutable;
using Sbirt.Content.Claims;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>What one line of a bulk export tells a scan of claims, in plain facts.</summary>
public abstract record ClaimLine
{
    private protected ClaimLine()
    {
    }
}

/// <summary>The line is not used.</summary>
/// <param name="Reason">Stable, kebab-case; one of <see cref="ClaimLineReasons"/>.</param>
/// <param name="TakesClaim">True: it was of a claim.</param>
public sealed record UnreadLine(string Reason, bool TakesClaim) : ClaimLine;

/// <summary>It was entered in error, cancelled, not to be performed, or is no more than a plan.</summary>
public sealed record LeftOutLine : ClaimLine;

/// <summary>An R4 resource of a type that a scan of claims does not use.</summary>
public sealed record OtherLine : ClaimLine;

/// <summary>A person.</summary>
/// <param name="Key">How claims refer to it: <c>Patient/id</c>.</param>
/// <param name="Identifiers">Other ways claims may refer to it.</param>
/// <param name="Kana">The name in kana, or null.</param>
/// <param name="Insured">From an identifier of the insured, or null.</param>
public sealed record PatientLine(string Key, ImmutableArray<string> Identifiers, DateOnly? Birth, ClaimSex Sex, string? Kana, InsuredNumber? Insured) : ClaimLine;

/// <summary>By which insurer a person is insured, and under which number.</summary>
/// <param name="Patient">How it refers to the person.</param>
/// <param name="IsActive">False: it has ended.</param>
public sealed record CoverageLine(string Patient, InsuredNumber Insured, bool IsActive, DateOnly? From) : ClaimLine;

/// <summary>An institution or an insurer, as far as it has a number.</summary>
/// <param name="Institution">Ten digits: 都道府県, 点数表, 医療機関コード.</param>
/// <param name="Insurer">保険者番号 of six or eight digits.</param>
public sealed record OrganizationLine(ShortCode Reference, ShortCode Institution, string? Insurer) : ClaimLine;

/// <summary>One Claim or ExplanationOfBenefit.</summary>
/// <param name="Key">Type and id.</param>
/// <param name="Replaces">Keys of what it stands in the place of: the Claim an ExplanationOfBenefit answers, or an earlier state.</param>
/// <param name="Month">Month of care, yyyymm.</param>
/// <param name="Billed">Month it was made out in; 0 when not told.</param>
/// <param name="Days">Days of service that are told.</param>
/// <param name="Order">Key of the MedicationRequest it bills the dispensing of, or null.</param>
public sealed record BilledLine(
    string Key,
    ImmutableArray<string> Replaces,
    string Patient,
    ClaimKind? Kind,
    bool IsInpatient,
    int Month,
    int Billed,
    int Days,
    ShortCode Institution,
    string? Order,
    long Updated,
    ImmutableArray<BilledDisease> Diseases,
    ImmutableArray<BilledMedicine> Medicines) : ClaimLine;

/// <param name="Code">傷病名コード of seven digits when it is told, else ICD-10.</param>
/// <param name="ClaimCode">傷病名コード as a number; 0: not told.</param>
/// <param name="Icd10">Empty: not told.</param>
public readonly record struct BilledDisease(ShortCode Code, int ClaimCode, string Icd10, bool IsSuspected);

/// <param name="Ingredient">Number in the medicine table; -1: none of ours.</param>
/// <param name="Days">0: not told.</param>
public readonly record struct BilledMedicine(ShortCode Medicine, int Ingredient, DateOnly Date, bool IsDayKnown, int Days);

/// <summary>One MedicationDispense.</summary>
/// <param name="Pharmacy">Who handed it out.</param>
/// <param name="Order">Key of the MedicationRequest it fills, or null.</param>
/// <param name="Dose">Whatever of days and amount it tells itself.</param>
public sealed record DispenseLine(
    string Key, string Patient, ShortCode Medicine, int Ingredient, DateOnly Date, bool IsDayKnown, ShortCode Pharmacy, string? Order, MedicineSupply Dose, long Updated) : ClaimLine;

/// <summary>One MedicationRequest: it adds what a dispense does not tell, and is never counted as one.</summary>
/// <param name="Source">The institution that prescribed, when one is told.</param>
/// <param name="Group">What the lines of one prescription share, or null.</param>
public sealed record OrderLine(string Key, string Patient, ShortCode Source, string? Group, MedicineSupply Dose, long Updated) : ClaimLine;

/// <param name="Days">0: not told.</param>
/// <param name="DailyAmount">In hundred-thousandths of the medicine's unit; 0: not told.</param>
public readonly record struct MedicineSupply(IntakeForm Form, int Days, long DailyAmount);

/// <summary>保険者番号, 記号, 番号 and 枝番, each in one spelling.</summary>
/// <param name="Insurer">Six or eight digits, or empty when only <paramref name="InsurerReference"/> tells it.</param>
public sealed record InsuredNumber(string Insurer, ShortCode InsurerReference, string Symbol, string Number, string Branch);
