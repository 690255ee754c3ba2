using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>What one source gave of one ingredient on one day: lines of a prescription taken together.</summary>
/// <param name="Days">The longest of its lines; null when one of them is not known.</param>
/// <param name="Daily">The sum of its lines; null when one of them is not known.</param>
/// <param name="Shift">Days by which it is begun later, because the last supply from the same source is used up first.</param>
internal sealed record Supply(
    Ingredient Ingredient,
    PrescribingSource Source,
    UseKind Kind,
    bool IsDraft,
    bool AsNeeded,
    DaySpan Start,
    int? Days,
    bool IsEstimate,
    DailyAmount? Daily,
    string? Prescription,
    ImmutableArray<string> UseIds,
    int Shift = 0)
{
    /// <summary>The days it covers whatever its date means; empty when days are not known.</summary>
    public DayRange Certain => Days is { } days
        ? new DayRange(Start.Latest.DayNumber + Shift, Start.Earliest.DayNumber + Shift + days)
        : default;

    /// <summary>The days it may cover; without days it is taken to go on for as long as is asked.</summary>
    public DayRange PossibleFor(int daysWhenUnknown) =>
        new(Start.Earliest.DayNumber, Start.Latest.DayNumber + Shift + (Days ?? daysWhenUnknown));

    /// <summary>The last day it covers, by the latest reading of its date; null when days are not known.</summary>
    public DateOnly? LastDay => Days is { } days
        ? DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, Start.Latest.DayNumber + Shift + days - 1))
        : null;

    public MedicineEvidence ToEvidence() => new(UseIds, Ingredient, IsDraft, Start, Days, IsEstimate, Daily);
}
