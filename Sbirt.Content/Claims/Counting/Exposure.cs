using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>What one institution gave of one medicine on one day: its lines taken together.</summary>
/// <param name="Ingredient">Null: it is none of the medicine table's.</param>
/// <param name="Days">The longest of its lines.</param>
/// <param name="Shift">Days by which it is begun later, because the last supply from the same institution is used up first.</param>
/// <param name="Facts">In their order.</param>
internal sealed record Exposure(
    Drug Drug,
    Ingredient? Ingredient,
    ShortCode Source,
    DateOnly Date,
    bool IsDayKnown,
    int Days,
    bool IsEstimate,
    DailyDose Dose,
    DispensingFact[] Facts,
    int Shift = 0)
{
    public int Start => Date.DayNumber;

    /// <summary>The last day it may have been handed out on.</summary>
    public DateOnly Latest => IsDayKnown ? Date : Months.LastDay(Months.NumberOf(Date));

    /// <summary>The days it covers, whatever day of the month it was handed out on when that is not told.</summary>
    public DayRange Certain => new(Latest.DayNumber + Shift, Start + Shift + Days);
}

/// <summary>The amount of a day as far as it can be compared: in milligrams, or in units of one product.</summary>
/// <param name="Product">The one claim code it was counted in; none: several.</param>
/// <param name="Units">Hundred-thousandths of that product's unit; 0: not told.</param>
internal readonly record struct DailyDose(decimal? Milligrams, ShortCode Product, long Units)
{
    /// <summary>Negative, 0 or positive; null: it cannot be told.</summary>
    public int? Compare(DailyDose other) =>
        Milligrams is { } mine && other.Milligrams is { } others ? mine.CompareTo(others)
        : Units > 0 && other.Units > 0 && !Product.IsNone && Product == other.Product ? Units.CompareTo(other.Units)
        : null;
}
