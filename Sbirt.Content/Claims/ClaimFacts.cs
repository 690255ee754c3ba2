using System.Collections.Immutable;

namespace Sbirt.Content.Claims;

/// <summary>Where a fact stands in what was sent in: the number of the file, and the line in it, from 1.</summary>
public readonly record struct ClaimPlace(int File, long Line) : IComparable<ClaimPlace>
{
    public int CompareTo(ClaimPlace other) => File.CompareTo(other.File) is not 0 and var files ? files : Line.CompareTo(other.Line);

    public static bool operator <(ClaimPlace one, ClaimPlace other) => one.CompareTo(other) < 0;

    public static bool operator >(ClaimPlace one, ClaimPlace other) => one.CompareTo(other) > 0;

    public static bool operator <=(ClaimPlace one, ClaimPlace other) => one.CompareTo(other) <= 0;

    public static bool operator >=(ClaimPlace one, ClaimPlace other) => one.CompareTo(other) >= 0;
}

/// <summary>One claim of a person: of one institution, for one month of care, in-patient or out-patient.</summary>
/// <param name="Month">診療年月 or 調剤年月 as yyyymm; never the month it was billed in.</param>
/// <param name="Institution">The billing institution or pharmacy.</param>
/// <param name="Prescriber">Of a dispensing claim, the institution that prescribed.</param>
/// <param name="Days">診療実日数, or 処方箋受付回数 of a dispensing claim; 0 when not told.</param>
/// <param name="Points">Of the main payer; 0 when not told.</param>
public readonly record struct ClaimFact(
    ClaimKind Kind,
    bool IsInpatient,
    int Month,
    ShortCode Institution,
    ShortCode Prescriber,
    int Days,
    int Points,
    ClaimSigns Signs,
    ClaimPlace Place);

/// <summary>One medicine handed out: by a pharmacy on a prescription, or by the institution itself.</summary>
/// <param name="Date">The day it was handed out (調剤年月日); without one the first day of the month, and then <paramref name="IsDayKnown"/> is false.</param>
/// <param name="Medicine">The claim code (レセプト電算コード, nine digits), or the code a FHIR resource carries.</param>
/// <param name="Ingredient">Number of the ingredient in the medicine table; -1: none of ours.</param>
/// <param name="DailyAmount">Amount for a day (内服) or a time (屯服) in hundred-thousandths of the medicine's unit; 0 when not told.</param>
/// <param name="Supply">Days (内服) or times (屯服).</param>
/// <param name="Prescription">Same number: same prescription of the same claim.</param>
/// <param name="Source">The institution that prescribed.</param>
/// <param name="IsInpatient">Given during a stay in hospital.</param>
public readonly record struct DispensingFact(
    DateOnly Date,
    bool IsDayKnown,
    ShortCode Medicine,
    int Ingredient,
    IntakeForm Form,
    long DailyAmount,
    int Supply,
    int Prescription,
    ShortCode Source,
    ShortCode Pharmacy,
    ClaimPlace Place,
    bool IsInpatient = false);

/// <summary>A disease name on a claim. It is what was billed for, often a suspicion; never a finding by itself.</summary>
/// <param name="IsSuspected">修飾語 8002 (の疑い).</param>
public readonly record struct DiseaseFact(int Month, ShortCode Institution, ShortCode Disease, bool IsSuspected, bool IsInpatient, ClaimPlace Place);

/// <summary>The sex a claim tells.</summary>
public enum ClaimSex
{
    Unknown = 0,
    Male = 1,
    Female = 2,
}

/// <summary>
/// All facts about one person in the months that are looked at, each list in order of time, then of institution, then of
/// place, whatever order they came in; of resubmitted claims only the newest.
/// </summary>
/// <param name="Person">The pseudonym of the person: a keyed hash in hexadecimal.</param>
/// <param name="BirthYear">0 when not told.</param>
public sealed record PersonHistory(
    string Person,
    ClaimSex Sex,
    int BirthYear,
    ImmutableArray<ClaimFact> Claims,
    ImmutableArray<DispensingFact> Dispensings,
    ImmutableArray<DiseaseFact> Diseases);
