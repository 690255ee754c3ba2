using System.Collections.Immutable;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// A medicine of the made-up claims. Codes of sleeping tablets and the like stand in <c>Medicines/products*.yaml</c>; the others
/// are no medicines of that table. Prices and amounts are invented; only their arithmetic is held.
/// </summary>
/// <param name="Code">レセプト電算コード.</param>
/// <param name="Ingredient">Id of the ingredient in the medicine table; empty: none of its ingredients.</param>
/// <param name="Form">剤形: 1 内服, 3 屯服, 5 外用.</param>
/// <param name="Price">Of one unit, in tenths of a yen.</param>
/// <param name="Amount">For a day, a time, or in all (外用), in hundredths of the unit.</param>
internal sealed record MadeUpMedicine(byte[] Code, string Ingredient, int Form, int Price, int Amount)
{
    public const int Daily = 1;
    public const int AsNeeded = 3;
    public const int Outward = 5;

    public static ImmutableArray<MadeUpMedicine> All { get; } =
    [
        new("620098801"u8.ToArray(), "", Daily, 101, 300),
        new("610406079"u8.ToArray(), "", Daily, 187, 200),
        new("621968501"u8.ToArray(), "", Outward, 171, 1400),
        new("620006538"u8.ToArray(), "", Outward, 223, 1400),
        new("622265501"u8.ToArray(), "", Outward, 255, 500),
        new("622038501"u8.ToArray(), "", Outward, 1640, 500),
        new("620098801"u8.ToArray(), "", AsNeeded, 101, 100),
        new("611170513"u8.ToArray(), "etizolam", Daily, 101, 200),
        new("622525701"u8.ToArray(), "etizolam", Daily, 101, 100),
        new("611170508"u8.ToArray(), "alprazolam", Daily, 61, 200),
        new("611170470"u8.ToArray(), "lorazepam", Daily, 60, 200),
        new("611170435"u8.ToArray(), "bromazepam", Daily, 62, 200),
        new("610443047"u8.ToArray(), "zolpidem", Daily, 241, 100),
        new("620004625"u8.ToArray(), "brotizolam", Daily, 205, 100),
        new("620034201"u8.ToArray(), "nitrazepam", Daily, 57, 100),
        new("611170639"u8.ToArray(), "tofisopam", Daily, 102, 300),
        new("620003654"u8.ToArray(), "clonazepam", Daily, 91, 200),
        new("610443011"u8.ToArray(), "clobazam", Daily, 155, 200),
        new("622366101"u8.ToArray(), "tramadol", Daily, 306, 400),
        new("610412196"u8.ToArray(), "pentazocine", Daily, 287, 300),
        new("611120063"u8.ToArray(), "phenobarbital", Daily, 72, 100),
        new("611170513"u8.ToArray(), "etizolam", AsNeeded, 101, 100),
        new("611170508"u8.ToArray(), "alprazolam", AsNeeded, 61, 100),
    ];

    /// <summary>向精神薬加算 is told for what the medicine table knows as one.</summary>
    public bool IsPsychotropic => Ingredient.Length > 0;

    /// <summary>The number of a medicine by mouth every day, by its ingredient; with none, of the first plain one.</summary>
    public static int Of(string ingredient, int form = Daily)
    {
        for (var number = 0; number < All.Length; number++)
        {
            if (All[number].Ingredient == ingredient && All[number].Form == form)
            {
                return number;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(ingredient), ingredient, "No made-up medicine has this ingredient and form.");
    }

    /// <summary>Points of an amount (hundredths) at this price: to tens of yen, five rounded down (五捨五超入), one at least.</summary>
    public static int Points(long tenthsOfYenTimesHundredths)
    {
        const int FiveYen = 5_000;
        const int TenYen = 10_000;
        return (int)Math.Max(1, (tenthsOfYenTimesHundredths - FiveYen + TenYen - 1) / TenYen);
    }
}
