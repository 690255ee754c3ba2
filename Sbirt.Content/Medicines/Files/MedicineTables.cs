namespace Sbirt.Content.Medicines.Files;

/// <summary>What the files fill together; a code or name that comes twice is found by filling it in.</summary>
internal sealed class MedicineTables
{
    public OrderedDictionary<string, Ingredient> Ingredients { get; } = new(StringComparer.Ordinal);

    public Dictionary<(CodeKind Kind, string Code), Ingredient> IngredientCodes { get; } = [];

    public Dictionary<(CodeKind Kind, string Code), MedicineProduct> Products { get; } = [];

    public Dictionary<string, Ingredient> Names { get; } = new(StringComparer.Ordinal);
}
