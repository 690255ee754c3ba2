using System.Collections.Immutable;
using static Sbirt.Service.Claims.Synthesis.PlantedMonth;
using static Sbirt.Service.Claims.Synthesis.PlantedStatus;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>The planted persons of the other presets. They reach nothing under <c>kyokai-osaka-20</c>.</summary>
internal static class OtherStories
{
    private const string Kokuho = "kokuho-classic";
    private const string Hiratsuka = "hiratsuka";
    private const string TwoInstitutions = "kenpo-2inst";
    private const int InARow = 3;

    public static ImmutableArray<Planted> All { get; } =
    [
        new("visits-16-at-one-clinic", 1, month => Lately(month, () => month.Visits(1, 16, MadeUpDiseases.Of(1, 0))),
            [.. Everywhere("visits-one-institution", 16)]),
        new("visits-14-at-one-clinic", 1, month => Lately(month, () => month.Visits(3, 14, MadeUpDiseases.Of(3, 0))),
            [new(Kokuho, "visits-one-institution", None, null), new(TwoInstitutions, "visits-one-institution", None, null)]),
        new("one-disease-at-three-clinics", 1, month => Lately(month, () => SameDisease(month, [0, 1, 3])),
            [.. Everywhere("institutions-same-disease", 3)]),
        new("one-disease-at-two-clinics", 1, month => Lately(month, () => SameDisease(month, [4, 5])),
            [new(Kokuho, "institutions-same-disease", None, null), new(TwoInstitutions, "institutions-same-disease", Reached, 2)]),
        new("one-medicine-from-three-clinics", 1, month => Lately(month, () =>
            {
                month.Prescribe(0, Daily("tramadol", 1));
                month.Prescribe(1, Daily("tramadol", 2));
                month.Prescribe(3, Daily("tramadol", 3));
            }),
            [.. Everywhere("same-drug-several-institutions", 3)]),
        new("eight-medicines-from-two-clinics", 1, month => Lately(month, () =>
            {
                month.Prescribe(0, Daily("tofisopam", 1), Daily("phenobarbital", 1), Daily("clonazepam", 1), Daily("clobazam", 1));
                month.Prescribe(1, Daily("", 2), new Supply(1, WholeMonth, 2), Daily("tramadol", 2), Daily("pentazocine", 2));
            }),
            [new(Kokuho, "many-drugs", Approaching, 8)]),
    ];

    /// <summary>What needs three months in a row is told of three, as far as the files reach back.</summary>
    private static void Lately(PlantedMonth month, Action live)
    {
        if (month.Before < InARow)
        {
            live();
        }
    }

    private static void SameDisease(PlantedMonth month, ReadOnlySpan<int> clinics)
    {
        foreach (var clinic in clinics)
        {
            month.Visits(clinic, 1, MadeUpDiseases.Shared);
        }
    }

    private static IEnumerable<Expected> Everywhere(string signal, int value) =>
        new[] { Kokuho, Hiratsuka, TwoInstitutions }.Select(preset => new Expected(preset, signal, Reached, value));
}
