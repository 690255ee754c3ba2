using System.Runtime.CompilerServices;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>
/// What lines of a bulk export tell, while it is not known yet who their patients are: all rows begin with a hash of how they
/// refer to the patient, and everything that tells who that is lies in the same bucket.
/// </summary>
/// <param name="Patient">How it refers to the patient, hashed.</param>
internal readonly record struct ResourceHead(UInt128 Patient, ClaimPlace Place, long Offset)
{
    /// <summary>In a run file the person is not known: only the reference is.</summary>
    public ClaimPerson Person => new(Patient, 0, 0, ClaimSex.Unknown, 0);
}

/// <summary>Who a patient is, from one Patient or one Coverage.</summary>
/// <param name="Canonical">Of a Patient its own key, whatever it was referred to by.</param>
/// <param name="BirthDay">Day number; 0: not told.</param>
/// <param name="InsurerReference">Where the insurer's number is to be looked up, or none.</param>
/// <param name="Rank">The coverage that began last names the person; one that has ended only when there is no other.</param>
internal readonly record struct IdentityRow(
    ResourceHead Head, bool IsPatient, UInt128 Canonical, int BirthDay, ClaimSex Sex, ulong Name, ShortCode InsurerReference, ushort Branch, long Rank, InsuredText Insured) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}

/// <summary>Insurer, symbol and number in UTF-8, each behind its length.</summary>
[InlineArray(Bytes)]
internal struct InsuredText
{
    public const int Bytes = 136;

    private byte first;
}

/// <param name="Key">Type and id, hashed.</param>
internal readonly record struct BilledRow(ResourceHead Head, ulong Key, long Updated, ulong Order, int Billed, ClaimFact Fact) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}

/// <summary>One resource stands in the place of another.</summary>
internal readonly record struct ReplacedRow(ResourceHead Head, ulong Key, ulong Replaces) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}

internal readonly record struct BilledDiseaseRow(ResourceHead Head, DiseaseFact Fact) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}

/// <summary>A medicine handed out, told by a MedicationDispense or by an item of a claim.</summary>
/// <param name="Key">Of the MedicationDispense; 0: it is an item of a claim.</param>
/// <param name="Order">Of the MedicationRequest, hashed; 0: none is told.</param>
internal readonly record struct HandedRow(ResourceHead Head, ulong Key, long Updated, ulong Order, DispensingFact Fact) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}

internal readonly record struct OrderRow(ResourceHead Head, ulong Key, long Updated, ShortCode Source, int Group, IntakeForm Form, int Days, long DailyAmount) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}

/// <summary>Numbers of an Organization; its hash stands in the place of a person's.</summary>
internal readonly record struct OrganizationRow(ResourceHead Head, ShortCode Reference, ShortCode Institution, ShortCode Insurer) : IFactRow
{
    public ClaimPerson Person => Head.Person;

    public UInt128 Base => Head.Patient;

    public int File => Head.Place.File;
}
