using System.Runtime.CompilerServices;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <inheritdoc cref="IFactRow"/>
internal readonly struct ClaimRow(ClaimPerson person, in ClaimFact fact, int billed) : IFactRow
{
    private readonly UInt128 person = person.Base;
    private readonly UInt128 institution = fact.Institution.Value;
    private readonly UInt128 prescriber = fact.Prescriber.Value;
    private readonly ulong name = person.Name;
    private readonly long line = fact.Place.Line;
    private readonly int file = fact.Place.File;
    private readonly int month = fact.Month;
    private readonly int days = fact.Days;
    private readonly int points = fact.Points;
    private readonly int signs = (int)fact.Signs;
    private readonly int billed = billed;
    private readonly ushort branch = person.Branch;
    private readonly ushort birthYear = person.BirthYear;
    private readonly byte sex = (byte)person.Sex;
    private readonly byte kind = (byte)fact.Kind;
    private readonly bool isInpatient = fact.IsInpatient;

    public UInt128 Base
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => person;
    }

    public int File => file;

    public ClaimPerson Person => new(person, branch, name, (ClaimSex)sex, birthYear);

    public ClaimFact Fact => new(
        (ClaimKind)kind, isInpatient, month, new ShortCode(institution), new ShortCode(prescriber), days, points, (ClaimSigns)signs, Place);

    public ClaimPlace Place => new(file, line);

    public int Billed => billed;

    /// <summary>One claim: a person, an institution (and who prescribed), a month, in or out of hospital (claims 4.7).</summary>
    public bool IsSameClaim(in ClaimRow other) =>
        institution == other.institution
        && month == other.month
        && kind == other.kind
        && isInpatient == other.isInpatient
        && prescriber == other.prescriber;

    /// <summary>States of one claim follow one another, the one billed last behind.</summary>
    public int CompareStates(in ClaimRow other) =>
        month.CompareTo(other.month) is not 0 and var months ? months
        : kind.CompareTo(other.kind) is not 0 and var kinds ? kinds
        : isInpatient.CompareTo(other.isInpatient) is not 0 and var places ? places
        : institution.CompareTo(other.institution) is not 0 and var institutions ? institutions
        : prescriber.CompareTo(other.prescriber) is not 0 and var prescribers ? prescribers
        : billed.CompareTo(other.billed) is not 0 and var bills ? bills
        : Place.CompareTo(other.Place);
}
