namespace Sbirt.Content.Medicines;

/// <summary>An amount as it was written: its number and everything that names its unit.</summary>
/// <param name="UnitCode">Code of the unit (UCUM, MERIT-9); null: not told.</param>
/// <param name="UnitText">Written unit; null: not told.</param>
/// <param name="Basis">Whether a mass is that of the preparation or of the ingredient.</param>
public sealed record MedicineAmount(decimal Value, string? UnitCode, string? UnitText, AmountBasis Basis = AmountBasis.NotTold);

/// <summary>What a written mass weighs.</summary>
public enum AmountBasis
{
    NotTold,

    /// <summary>The powder or syrup as handed out (製剤量).</summary>
    Preparation,

    /// <summary>The active ingredient (原薬量).</summary>
    Ingredient,
}
