using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Medicines.Files;

/// <summary>Reads one products file: strengths by YJ code, and the HOT7 numbers and claim codes of each.</summary>
internal sealed class ProductReader(ContentFile file, MedicineTables tables)
{
    private const int IngredientDigits = 7;
    private const int YjCharacters = 9;
    private const int HotDigits = 7;
    private const int ClaimDigits = 9;
    private readonly ContentReader reader = new(file);

    public IReadOnlyList<ContentFault> Faults => reader.Faults;

    public void Read()
    {
        if (reader.Read<ProductFile>() is not { } entry)
        {
            return;
        }

        reader.Need(entry.Version, entry.Line, "version");
        new Citations(reader, entry.Sources, entry.Line).NeedAll(entry.CodeSources, entry.Line);
        foreach (var one in entry.Products ?? [])
        {
            ReadOne(one);
        }

        foreach (var one in entry.WithoutStrength ?? [])
        {
            ReadWithoutStrength(one);
        }
    }

    private void ReadWithoutStrength(WithoutStrengthEntry entry)
    {
        if (!tables.Ingredients.TryGetValue(reader.Need(entry.Ingredient, entry.Line, "ingredient"), out var ingredient))
        {
            reader.Fault(entry.Line, $"`ingredient: {entry.Ingredient}` is not the id of an ingredient.", "Use an id of ingredients.yaml.");
            return;
        }

        foreach (var code in entry.Claim ?? [])
        {
            if (code.Length != ClaimDigits || !code.All(char.IsAsciiDigit))
            {
                reader.Fault(entry.Line, $"`{code}` is no code of this kind.", $"Write {ClaimDigits} digits.");
            }
            else if (tables.Products.ContainsKey((CodeKind.Claim, code)) || !tables.IngredientCodes.TryAdd((CodeKind.Claim, code), ingredient))
            {
                reader.Fault(entry.Line, $"The code {code} stands there already.", "A code names one product: take it out of one of the two.");
            }
        }
    }

    private void ReadOne(ProductEntry entry)
    {
        var yj = reader.Need(entry.Yj, entry.Line, "yj");
        if (yj.Length != YjCharacters || !tables.IngredientCodes.TryGetValue((CodeKind.Yj, yj[..IngredientDigits]), out var ingredient))
        {
            reader.Fault(entry.Line, $"`yj: {yj}` is not the code of an ingredient and a strength.", "Write 9 characters that begin with the `yj` of an ingredient, such as 1124017F2.");
            return;
        }

        if (entry.Milligrams <= 0)
        {
            reader.Fault(entry.Line, "`milligrams` is not above 0.", "Write the milligrams of ingredient in one tablet or one gram.");
        }

        var known = tables.Products.GetValueOrDefault((CodeKind.Yj, yj));
        var product = new MedicineProduct(yj, ingredient, entry.Milligrams, reader.NeedOneOf<ProductUnit>(entry.Per, entry.Line, "per"));
        if (known is not null && known != product)
        {
            reader.Fault(entry.Line, $"The strength of {yj} stands already in another way.", "A product has one strength: mend one of the two.");
        }

        tables.Products[(CodeKind.Yj, yj)] = product;
        Note(CodeKind.Hot, entry.Hot7, HotDigits, product, entry.Line);
        Note(CodeKind.Claim, entry.Claim, ClaimDigits, product, entry.Line);
    }

    private void Note(CodeKind kind, List<string>? codes, int digits, MedicineProduct product, int line)
    {
        foreach (var code in codes ?? [])
        {
            if (code.Length != digits || !code.All(char.IsAsciiDigit))
            {
                reader.Fault(line, $"`{code}` is no code of this kind.", $"Write {digits} digits.");
            }
            else if (tables.IngredientCodes.ContainsKey((kind, code)) || !tables.Products.TryAdd((kind, code), product))
            {
                reader.Fault(line, $"The code {code} belongs already to {tables.Products.GetValueOrDefault((kind, code))?.Yj ?? tables.IngredientCodes[(kind, code)].Id}.", "A code names one product: take it out of one of the two.");
            }
        }
    }
}
