using System.Collections.Immutable;
using static Sbirt.Service.Claims.Synthesis.PlantedMonth;
using static Sbirt.Service.Claims.Synthesis.PlantedStatus;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>The planted persons of <c>kyokai-osaka-20</c>: at, just below and far below each threshold, and with what must not count.</summary>
internal static class PlantedStories
{
    private const string Preset = "kyokai-osaka-20";

    public static ImmutableArray<Planted> All { get; } = [.. Claims(), .. Overlaps(), .. Prescriptions(), .. Courses(), .. Refills(), .. OtherStories.All];

    private static Planted[] Claims() =>
    [
        OfClaims("claims-20", Reached, 20, month => month.Claims(20)),
        OfClaims("claims-24", Reached, 24, month => month.Claims(24)),
        OfClaims("claims-20-public-assistance-alone", Reached, 20, month => month.Claims(20)) with { Payer = Payer.PublicAssistance },
        OfClaims("claims-21-psychiatric-care", Reached, 21, month => month.Claims(21)) with { Payer = Payer.AssociationAndPsychiatricCare },
        OfClaims("claims-20-of-them-8-billed-late", Reached, 20, month =>
        {
            month.Claims(12);
            month.Claims(4, skip: 12, late: 1);
            month.Claims(4, skip: 16, late: 2);
        }),
        OfClaims("claims-20-and-6-billed-again", Reached, 20, month =>
        {
            month.Claims(14);
            month.Claims(6, skip: 14, again: true);
        }),
        OfClaims("claims-19", Approaching, 19, month => month.Claims(19)),
        OfClaims("claims-17", Approaching, 17, month => month.Claims(17)),
        OfClaims("claims-15", Approaching, 15, month => month.Claims(15)),
        OfClaims("claims-18-and-2-in-hospital", Approaching, 18, month =>
        {
            month.Claims(18);
            month.Stay(ClaimWork.BundledStay, 3, 4);
            month.Stay(ClaimWork.Stay, 20, 4);
        }),
        OfClaims("claims-14", None, null, month => month.Claims(14)),
        OfClaims("claims-13-and-2-in-hospital", Excluded, 15, month =>
        {
            month.Claims(13);
            month.Stay(ClaimWork.BundledStay, 3, 4);
            month.Stay(ClaimWork.Stay, 20, 4);
        }),
        OfClaims("claims-13-and-8-billed-again", None, null, month =>
        {
            month.Claims(5);
            month.Claims(8, skip: 5, again: true);
        }),
        OfClaims("claims-10-first-twin", None, null, month => month.Claims(10, skip: 8)) with { IsFirstTwin = true },
        OfClaims("claims-10-second-twin", None, null, month => month.Claims(10, skip: 8)),
    ];

    private static Planted[] Overlaps() =>
    [
        Of("bz-overlap", "overlap-14-days-same-ingredient", Reached, 14, month => Overlap(month, "etizolam", 15)),
        Of("bz-overlap", "overlap-19-days-same-ingredient", Reached, 19, month => Overlap(month, "etizolam", 10)),
        Of("bz-overlap", "overlap-14-days-same-class", Reached, 14, month => Overlap(month, "bromazepam", 15, "alprazolam")),
        Of("bz-overlap", "overlap-14-days-one-handed-out-by-the-clinic", Reached, 14, month =>
        {
            month.Prescribe(2, Daily("etizolam", 1));
            month.Prescribe(0, Daily("etizolam", 15));
        }),
        Of("bz-overlap", "overlap-13-days", Approaching, 13, month => Overlap(month, "etizolam", 16)),
        Of("bz-overlap", "overlap-10-days", None, null, month => Overlap(month, "etizolam", 19)),
        Of("bz-overlap", "overlap-same-source", None, null, month => month.Prescribe(3, Daily("etizolam", 1), Daily("bromazepam", 1))),
        Of("bz-overlap", "overlap-billed-again", None, null, month => month.Prescribe(4, again: true, Daily("etizolam", 2))),
        Of("bz-overlap", "overlap-in-hospital", None, null, month =>
        {
            month.Stay(ClaimWork.Stay, 1, 20).Give(Daily("etizolam", 1));
            month.Prescribe(0, Daily("etizolam", 5));
        }),
    ];

    private static Planted[] Prescriptions() =>
    [
        Of("psychotropic-polypharmacy", "three-tranquillisers", Reached, 3, month =>
            month.Prescribe(0, Daily("etizolam", 3), Daily("alprazolam", 3), Daily("lorazepam", 3))),
        Of("psychotropic-polypharmacy", "three-sleeping-tablets", Reached, 3, month =>
            month.Prescribe(1, Daily("brotizolam", 3), Daily("zolpidem", 3), Daily("nitrazepam", 3))),
        Of("psychotropic-polypharmacy", "two-and-two", Reached, 4, month =>
            month.Prescribe(3, Daily("etizolam", 3), Daily("alprazolam", 3), Daily("brotizolam", 3), Daily("zolpidem", 3))),
        Of("psychotropic-polypharmacy", "two-tranquillisers-and-one-as-needed", Reached, 3, month =>
            month.Prescribe(4, Daily("lorazepam", 3), Daily("bromazepam", 3), AsNeeded("alprazolam", 3, 10))),
        Of("psychotropic-polypharmacy", "three-tranquillisers-handed-out-by-the-clinic", Reached, 3, month =>
            month.Prescribe(6, Daily("etizolam", 3), Daily("alprazolam", 3), Daily("lorazepam", 3))),
        Of("psychotropic-polypharmacy", "three-tranquillisers-on-two-prescriptions", Approaching, 3, month =>
            month.Prescribe(0, Daily("etizolam", 1, 7), Daily("alprazolam", 1, 7), Daily("lorazepam", 15, 7, receipt: 2))),
        Of("psychotropic-polypharmacy", "two-and-one", None, null, month =>
            month.Prescribe(1, Daily("etizolam", 3), Daily("alprazolam", 3), Daily("brotizolam", 3))),
        Of("psychotropic-polypharmacy", "one-ingredient-twice", None, null, month =>
            month.Prescribe(3, Daily("etizolam", 3), AsNeeded("etizolam", 3, 10), Daily("alprazolam", 3))),
    ];

    private static Planted[] Courses() =>
    [
        Of("bz-continuous", "a-year-at-one-dose", Reached, 12, month => Course(month, 12), 13),
        Of("bz-continuous", "nine-months-at-one-dose", Approaching, 9, month => Course(month, 9), 13),
        Of("bz-continuous", "a-year-with-another-dose", None, null, month => Course(month, 12, times: month.Before >= 5 ? 2 : 1), 13),
        Of("bz-continuous", "a-year-with-a-pause", None, null, month =>
        {
            if (month.Before is not (4 or 5))
            {
                Course(month, 12);
            }
        }, 13),
        Of("bz-continuous", "five-months-at-one-dose", None, null, month => Course(month, 5), 6),
    ];

    private static Planted[] Refills() =>
    [
        Of("early-refill", "refilled-early-three-times", Reached, 3, month => Refill(month, 4)),
        Of("early-refill", "refilled-early-twice", Approaching, 2, month => Refill(month, 3)),
        Of("early-refill", "refilled-early-once", None, null, month => Refill(month, 2)),
    ];

    private static Planted OfClaims(string story, PlantedStatus status, int? value, Action<PlantedMonth> live) =>
        Of("claims-per-month", story, status, value, live);

    private static Planted Of(string signal, string story, PlantedStatus status, int? value, Action<PlantedMonth> live, int fromMonths = 1) =>
        Planted.In(story, Preset, signal, status, value, fromMonths > 1 ? live : month => InFocus(month, live), fromMonths);

    private static void InFocus(PlantedMonth month, Action<PlantedMonth> live)
    {
        if (month.IsFocus)
        {
            live(month);
        }
    }

    /// <summary>Two clinics prescribe for 28 days each, one from the first and one from another day on.</summary>
    private static void Overlap(PlantedMonth month, string ingredient, int second, string? other = null)
    {
        month.Prescribe(0, Daily(other ?? ingredient, 1));
        month.Prescribe(1, Daily(ingredient, second));
    }

    /// <summary>The same every month, up to the month planted in.</summary>
    private static void Course(PlantedMonth month, int months, int times = 1)
    {
        if (month.Before <= months)
        {
            month.Prescribe(5, Daily("brotizolam", 4, times: times));
        }
    }

    /// <summary>Fourteen days' supply every five days: each comes nine days early.</summary>
    private static void Refill(PlantedMonth month, int fills)
    {
        const int Supplied = 14;
        const int Every = 5;
        Span<Supply> supplies = stackalloc Supply[fills];
        for (var fill = 0; fill < fills; fill++)
        {
            supplies[fill] = Daily("zolpidem", 1 + (fill * Every), Supplied, receipt: fill + 1);
        }

        month.Prescribe(7, supplies);
    }
}
