using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims.Counting;

/// <summary>The medicine table by the numbers that facts carry, and the strengths of products.</summary>
internal sealed class MedicineTable(MedicineLibrary medicines, MedicineStrengths strengths)
{
    private const decimal UnitsInAmount = 100_000;
    private const long MostAmount = 100_000_000_000;

    private readonly ImmutableArray<Ingredient> ingredients = medicines.Ingredients;

    public Ingredient? Ingredient(int number) => (uint)number < (uint)ingredients.Length ? ingredients[number] : null;

    public int EstimatedDays(int times) => medicines.EstimatedDays(times);

    /// <summary>A million units a day is a slip of entry.</summary>
    public static bool IsAmountTold(in DispensingFact fact) => fact.DailyAmount is > 0 and <= MostAmount;

    /// <summary>Milligrams a day of one line; null: amount or strength is not known.</summary>
    public decimal? DailyMilligrams(in DispensingFact fact) =>
        IsAmountTold(fact) && strengths.MilligramsPerUnit(fact.Medicine) is { } milligrams ? fact.DailyAmount / UnitsInAmount * milligrams : null;

    /// <summary>Which ingredients, by number, a test holds for.</summary>
    public bool[] Where(Func<Ingredient, bool> test) => [.. ingredients.Select(test)];

    /// <summary>The ingredient, or else the code, never what it is called by one person.</summary>
    public Localized NameOf(Drug drug) => Ingredient(drug.Ingredient)?.Name ?? new Localized($"コード{drug.Code}の薬", $"medicine {drug.Code}");
}

/// <summary>What counts as one medicine: an ingredient of the table, or else one claim code.</summary>
internal readonly record struct Drug(int Ingredient, ShortCode Code) : IComparable<Drug>
{
    public static Drug Of(in DispensingFact fact) => fact.Ingredient >= 0 ? new(fact.Ingredient, ShortCode.None) : new(-1, fact.Medicine);

    public int CompareTo(Drug other) => Ingredient.CompareTo(other.Ingredient) is not 0 and var first ? first : Code.CompareTo(other.Code);
}
