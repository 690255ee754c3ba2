using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines;

/// <summary>One medicine someone ordered, handed out or takes, as far as it could be read.</summary>
/// <param name="Id">Tells entries apart; shown to nobody.</param>
/// <param name="IsDraft">It is the order being written now.</param>
/// <param name="Start">When it was written or handed out; null: not told (a draft then counts as of today).</param>
/// <param name="Days">Days it covers; null: not known.</param>
/// <param name="DaysAreEstimated">Reckoned for use as needed.</param>
/// <param name="Daily">Amount a day; null: not known, or taken as needed.</param>
/// <param name="Source">Who prescribed it, by keys that are shown to nobody.</param>
/// <param name="Prescription">Orders with the same key stand in one prescription; null: not told.</param>
/// <param name="ByName">Recognised by its written name only, for want of a code.</param>
public sealed record MedicineUse(
    string Id,
    Ingredient Ingredient,
    UseKind Kind,
    bool IsDraft,
    DaySpan? Start,
    int? Days,
    bool DaysAreEstimated,
    DailyAmount? Daily,
    bool AsNeeded,
    PrescribingSource Source,
    string? Prescription = null,
    bool ByName = false);

/// <summary>What kind of record tells of a medicine.</summary>
public enum UseKind
{
    Order,
    Dispensing,
    Statement,
}

/// <summary>The days a date may mean: one day, or from first to last of a month or year that was told alone.</summary>
public readonly record struct DaySpan(DateOnly Earliest, DateOnly Latest)
{
    public static DaySpan On(DateOnly day) => new(day, day);

    public bool IsExact => Earliest == Latest;
}

/// <summary>Milligrams of ingredient a day: one amount, or least and most.</summary>
public readonly record struct DailyAmount(decimal Least, decimal Most)
{
    public static DailyAmount Of(decimal milligrams) => new(milligrams, milligrams);

    public bool IsExact => Least == Most;

    public static DailyAmount operator +(DailyAmount one, DailyAmount other) =>
        new(one.Least + other.Least, one.Most + other.Most);

    /// <summary>"0.5 mg" or "0.5–1 mg".</summary>
    public string Text() => IsExact ? $"{Figure.Text(Least)} mg" : $"{Figure.Text(Least)}–{Figure.Text(Most)} mg";

    public static DailyAmount Add(DailyAmount one, DailyAmount other) => one + other;
}

/// <summary>Keys of the prescriber and the institution; null: not told.</summary>
public readonly record struct PrescribingSource(string? Prescriber, string? Institution)
{
    public static PrescribingSource Unknown => default;

    /// <summary>Whether two supplies come from the same hands, as far as the keys tell.</summary>
    public SameSource Compare(PrescribingSource other)
    {
        if (Prescriber is not null && other.Prescriber is not null)
        {
            return Prescriber == other.Prescriber ? SameSource.Same : SameSource.Different;
        }

        return Institution is null || other.Institution is null ? SameSource.NotTold
            : Institution == other.Institution ? SameSource.Same : SameSource.Different;
    }
}

/// <summary>What is known of two sources.</summary>
public enum SameSource
{
    NotTold,
    Same,
    Different,
}
