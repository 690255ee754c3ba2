namespace Sbirt.Content.Medicines;

/// <summary>How much ingredient one tablet or one gram of a product holds.</summary>
/// <param name="Yj">First 9 characters of its YJ code: ingredient, dosage form, strength.</param>
internal sealed record MedicineProduct(string Yj, Ingredient Ingredient, decimal Milligrams, ProductUnit Per);

/// <summary>What a product's strength is told for.</summary>
internal enum ProductUnit
{
    /// <summary>Tablet, capsule, suppository.</summary>
    Piece,

    /// <summary>Powder.</summary>
    Gram,
}
