namespace Sbirt.Content.Medicines;

/// <summary>What codes and names said of a medicine.</summary>
public abstract record MedicineMatch
{
    private MedicineMatch()
    {
    }

    /// <summary>It is an ingredient of the table.</summary>
    /// <param name="ByName">Found by its exact general name only.</param>
    public sealed record Known(Ingredient Ingredient, bool ByName) : MedicineMatch
    {
        internal MedicineProduct? Product { get; init; }

        /// <summary>How many units (tablets, grams of a powder) hold so much ingredient; null: the strength is not known.</summary>
        public decimal? UnitsIn(decimal milligrams) => Product is { Milligrams: > 0 } product ? milligrams / product.Milligrams : null;

        /// <summary>The strength is not known and the form may be a powder or syrup: a mass can mean either.</summary>
        internal bool MayBePowder { get; init; }
    }

    /// <summary>Its code belongs to another part of the pharmacy, or it is an injection: none of the rules' business.</summary>
    public sealed record Elsewhere : MedicineMatch;

    /// <summary>It cannot be told what it is.</summary>
    public sealed record Unread(UnreadReason Reason) : MedicineMatch;
}
