using System.Runtime.CompilerServices;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <inheritdoc cref="IFactRow"/>
/// <param name="claim">Where the RE record of its claim stands: it falls with its claim.</param>
internal readonly struct DispensingRow(ClaimPerson person, in DispensingFact fact, ClaimPlace claim) : IFactRow
{
    private readonly UInt128 person = person.Base;
    private readonly UInt128 medicine = fact.Medicine.Value;
    private readonly UInt128 source = fact.Source.Value;
    private readonly UInt128 pharmacy = fact.Pharmacy.Value;
    private readonly ulong name = person.Name;
    private readonly long line = fact.Place.Line;
    private readonly long claimLine = claim.Line;
    private readonly long dailyAmount = fact.DailyAmount;
    private readonly int file = fact.Place.File;
    private readonly int claimFile = claim.File;
    private readonly int day = fact.Date.DayNumber;
    private readonly int ingredient = fact.Ingredient;
    private readonly int supply = fact.Supply;
    private readonly int prescription = fact.Prescription;
    private readonly ushort branch = person.Branch;
    private readonly ushort birthYear = person.BirthYear;
    private readonly byte sex = (byte)person.Sex;
    private readonly byte form = (byte)fact.Form;
    private readonly bool isDayKnown = fact.IsDayKnown;
    private readonly bool isInpatient = fact.IsInpatient;

    public UInt128 Base
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => person;
    }

    public int File => file;

    public ClaimPerson Person => new(person, branch, name, (ClaimSex)sex, birthYear);

    public ClaimPlace Claim => new(claimFile, claimLine);

    public DispensingFact Fact => new(
        DateOnly.FromDayNumber(day),
        isDayKnown,
        new ShortCode(medicine),
        ingredient,
        (IntakeForm)form,
        dailyAmount,
        supply,
        prescription,
        new ShortCode(source),
        new ShortCode(pharmacy),
        new ClaimPlace(file, line),
        isInpatient);
}
