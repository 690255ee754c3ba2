using System.Runtime.CompilerServices;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <inheritdoc cref="IFactRow"/>
/// <param name="claim">Where the RE record of its claim stands: it falls with its claim.</param>
internal readonly struct DiseaseRow(ClaimPerson person, in DiseaseFact fact, ClaimPlace claim) : IFactRow
{
    private readonly UInt128 person = person.Base;
    private readonly UInt128 institution = fact.Institution.Value;
    private readonly UInt128 disease = fact.Disease.Value;
    private readonly ulong name = person.Name;
    private readonly long line = fact.Place.Line;
    private readonly long claimLine = claim.Line;
    private readonly int file = fact.Place.File;
    private readonly int claimFile = claim.File;
    private readonly int month = fact.Month;
    private readonly ushort branch = person.Branch;
    private readonly ushort birthYear = person.BirthYear;
    private readonly byte sex = (byte)person.Sex;
    private readonly bool isSuspected = fact.IsSuspected;
    private readonly bool isInpatient = fact.IsInpatient;

    public UInt128 Base
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => person;
    }

    public int File => file;

    public ClaimPerson Person => new(person, branch, name, (ClaimSex)sex, birthYear);

    public ClaimPlace Claim => new(claimFile, claimLine);

    public DiseaseFact Fact => new(
        month, new ShortCode(institution), new ShortCode(disease), isSuspected, isInpatient, new ClaimPlace(file, line));
}
