namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// The care of persons who are not planted, month by month. Habits stay (the same clinic, pharmacy and day of the month), so
/// that trends make sense. Nobody reaches a signal of <c>kyokai-osaka-20</c> or comes near one: at most six claims a month,
/// at most one tranquilliser and one sleeping tablet, always from one clinic, 28 days a month, for five months in a row at most.
/// </summary>
internal sealed class EverydayLife(SynthesisOrder order, ClaimDrafts drafts)
{
    private const int DaysSupplied = 28;
    private const int LastHabitDay = 28;
    private const int CourseMonths = 5;
    private const int CourseAndPause = 8;

    // Numbers of medicines: what one clinic hands out is never what another does, so that nobody has one medicine twice by chance.
    private const int Plasters = 2;
    private const int EyeDrops = 4;
    private const int PainTablet = 6;

    private static readonly int[] Tranquillisers = [MadeUpMedicine.Of("etizolam"), MadeUpMedicine.Of("alprazolam"), MadeUpMedicine.Of("lorazepam")];
    private static readonly int[] SleepingTablets = [MadeUpMedicine.Of("brotizolam"), MadeUpMedicine.Of("zolpidem"), MadeUpMedicine.Of("nitrazepam")];

    /// <summary>Drafts the claims of a month of care.</summary>
    /// <param name="after">Months after the first.</param>
    public void Draft(in Person person, int after)
    {
        const ulong Habit = 1;
        var month = order.CareMonth(after);
        var habits = new Dice(Dice.Mix(person.Lot, Habit));
        var chance = new Dice(Dice.Mix(person.Lot, (ulong)month));
        var age = person.AgeIn(month);
        var home = habits.Roll(District.Clinics);
        var other = (home + 1 + habits.Roll(District.Clinics - 1)) % District.Clinics;
        var pharmacy = District.FirstPharmacy + habits.Roll(District.Pharmacies);
        var otherPharmacy = District.FirstPharmacy + habits.Roll(District.Pharmacies);
        var day = 1 + habits.Roll(LastHabitDay);
        var course = habits.Roll(CourseAndPause);
        var isChronic = habits.IsOneOf(age >= 60 ? 600 : age >= 40 ? 330 : 90);
        var hasSedative = isChronic && age >= 20 && habits.IsOneOf(160);
        if (isChronic && (hasSedative || !chance.IsOneOf(250)))
        {
            Visit(home, month, pharmacy, isFirst: false, day, ref chance);
            Medicate(ref habits, day, hasSedative && (after + course) % CourseAndPause < CourseMonths);
        }

        if (chance.IsOneOf(age < 12 ? 420 : 190))
        {
            var when = 1 + chance.Roll(ClaimDates.DaysIn(month));
            Visit(chance.IsOneOf(120) ? District.Hospital : other, month, otherPharmacy, isFirst: true, when, ref chance);
            drafts.Give(isChronic || chance.IsOneOf(500) ? new Supply(EyeDrops + chance.Roll(2), 1, when) : new Supply(PainTablet, 3 + chance.Roll(5), when));
        }

        if (chance.IsOneOf(70))
        {
            var dentist = District.FirstDentist + habits.Roll(District.Dentists);
            Bill(drafts.Add(ClaimWork.Dental, dentist, month, 0), ref chance).On(1 + chance.Roll(LastHabitDay)).On(1 + chance.Roll(LastHabitDay));
        }

        if (chance.IsOneOf(4))
        {
            var stay = drafts.Add(chance.IsOneOf(700) ? ClaimWork.BundledStay : ClaimWork.Stay, District.Hospital, month, MadeUpDiseases.Of(District.Hospital, 1));
            Bill(stay, ref chance);
            var begin = 1 + chance.Roll(20);
            for (var stayed = 0; stayed < 3 + chance.Roll(6); stayed++)
            {
                stay.On(begin + stayed);
            }
        }
    }

    private void Visit(int clinic, int month, int pharmacy, bool isFirst, int day, ref Dice chance)
    {
        var visit = Bill(drafts.Add(ClaimWork.Visit, clinic, month, MadeUpDiseases.Of(clinic, isFirst ? 1 : 0)), ref chance).On(day);
        visit.IsFirstVisit = isFirst;
        visit.Variant = chance.Roll(8);
        if (!isFirst && chance.IsOneOf(150))
        {
            visit.On(1 + chance.Roll(LastHabitDay));
        }

        drafts.Prescribe(pharmacy);
        if (drafts.Dispensing is { } dispensing)
        {
            Bill(dispensing, ref chance);
        }
    }

    private void Medicate(ref Dice habits, int day, bool isInCourse)
    {
        drafts.Give(new Supply(habits.Roll(2), DaysSupplied, day));
        if (habits.IsOneOf(350))
        {
            drafts.Give(new Supply(Plasters + habits.Roll(2), 1, day));
        }

        var kind = habits.Roll(3);
        if (isInCourse && kind != 1)
        {
            drafts.Give(new Supply(Tranquillisers[habits.Roll(Tranquillisers.Length)], DaysSupplied, day));
        }

        if (isInCourse && kind != 0)
        {
            drafts.Give(new Supply(SleepingTablets[habits.Roll(SleepingTablets.Length)], DaysSupplied, day));
        }
    }

    private static ClaimDraft Bill(ClaimDraft draft, ref Dice chance)
    {
        var lot = chance.Roll(1000);
        draft.Late = lot < 7 ? 2 : lot < 27 ? 1 : 0;
        draft.IsBilledAgain = lot is >= 27 and < 32;
        return draft;
    }
}
