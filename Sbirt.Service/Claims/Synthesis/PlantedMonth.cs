using System.Collections.Immutable;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>One month of care of a planted person: what a story is told with.</summary>
/// <param name="Before">Months before the month that the person is planted in; 0: that month.</param>
internal sealed record PlantedMonth(ClaimDrafts Drafts, int Month, int Before)
{
    /// <summary>Days of an ordinary supply: no month is shorter.</summary>
    public const int WholeMonth = 28;

    // A visit and what a pharmacy hands out on its prescription are two claims; two clinics hand out themselves.
    private static readonly ImmutableArray<(ClaimWork Work, int Institution, int Prescriber)> Units =
    [
        .. new[] { 0, 1, 3, 4, 5, 7, 8, 9 }.SelectMany(clinic => new[]
        {
            (ClaimWork.Visit, clinic, -1),
            (ClaimWork.Dispensing, District.FirstPharmacy + (clinic % District.Pharmacies), clinic),
        }),
        (ClaimWork.Visit, 2, -1),
        (ClaimWork.Visit, 6, -1),
        (ClaimWork.Visit, District.Hospital, -1),
        (ClaimWork.Dispensing, District.FirstPharmacy, District.Hospital),
        (ClaimWork.Dental, District.FirstDentist, -1),
        (ClaimWork.Dental, District.FirstDentist + 1, -1),
        (ClaimWork.Dental, District.FirstDentist + 2, -1),
        (ClaimWork.Dispensing, District.FirstPharmacy + 1, 0),
        (ClaimWork.Dispensing, District.FirstPharmacy + 2, 1),
        (ClaimWork.Dispensing, District.FirstPharmacy + 1, 3),
    ];

    public bool IsFocus => Before == 0;

    /// <summary>So many out-patient claims at as many institutions as there are, without any psychotropic medicine.</summary>
    /// <param name="skip">Begin further on in the list of institutions.</param>
    public void Claims(int count, int skip = 0, int late = 0, bool again = false)
    {
        const int PlainOutward = 2;
        const int OutwardKinds = 4;
        for (var unit = skip; unit < skip + count; unit++)
        {
            var (work, institution, prescriber) = Units[unit];
            var clinic = prescriber >= 0 ? prescriber : institution;
            var draft = Drafts.Add(work, institution, Month, work == ClaimWork.Dental ? 0 : MadeUpDiseases.Of(clinic, 0));
            var day = 1 + (unit * 5 % WholeMonth);
            (draft.Prescriber, draft.Late, draft.IsBilledAgain) = (prescriber, late, again);
            if (work == ClaimWork.Dispensing)
            {
                draft.Give(new Supply(PlainOutward + (unit % OutwardKinds), 1, day));
            }
            else
            {
                draft.On(day);
            }
        }
    }

    /// <summary>Days in hospital, on a medical or a DPC claim.</summary>
    public ClaimDraft Stay(ClaimWork work, int from, int days)
    {
        var stay = Drafts.Add(work, District.Hospital, Month, MadeUpDiseases.Of(District.Hospital, 1));
        for (var day = from; day < from + days; day++)
        {
            stay.On(day);
        }

        return stay;
    }

    /// <summary>A clinic prescribes and one pharmacy hands out, or the clinic hands out itself.</summary>
    public void Prescribe(int clinic, params ReadOnlySpan<Supply> supplies) => Prescribe(clinic, again: false, supplies);

    /// <inheritdoc cref="Prescribe(int, ReadOnlySpan{Supply})"/>
    public void Prescribe(int clinic, bool again, params ReadOnlySpan<Supply> supplies)
    {
        Drafts.Add(ClaimWork.Visit, clinic, Month, MadeUpDiseases.Of(clinic, 0));
        if (Drafts.Prescribe(District.FirstPharmacy + (clinic % District.Pharmacies)) is { } dispensing)
        {
            dispensing.IsBilledAgain = again;
        }

        foreach (var supply in supplies)
        {
            Drafts.Give(supply);
        }
    }

    /// <summary>Visits to one clinic on so many days.</summary>
    public void Visits(int clinic, int days, int disease)
    {
        var visit = Drafts.Add(ClaimWork.Visit, clinic, Month, disease);
        visit.Variant = 7;
        for (var day = 1; day <= days; day++)
        {
            visit.On(day);
        }
    }

    /// <summary>A daily medicine by its ingredient, for so many days from a day on.</summary>
    public static Supply Daily(string ingredient, int day, int days = WholeMonth, int receipt = 1, int times = 1) =>
        new(MadeUpMedicine.Of(ingredient), days, day, receipt, times);

    public static Supply AsNeeded(string ingredient, int day, int times, int receipt = 1) =>
        new(MadeUpMedicine.Of(ingredient, MadeUpMedicine.AsNeeded), times, day, receipt);
}
