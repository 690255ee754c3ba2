using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Medicines.Files;

/// <summary>Reads the files of the folder together: ingredients first, since products and rules name them.</summary>
internal static class MedicineFiles
{
    private const string Ingredients = "ingredients";
    private const string Products = "products";
    private const string Codes = MedicineLibrary.Folder + "/code-systems.yaml";
    private const string Rules = MedicineLibrary.Folder + "/rules.yaml";

    public static MedicineLibrary? Read(ImmutableArray<ContentFile> files, ICollection<ContentFault> faults)
    {
        var found = new List<ContentFault>();
        var tables = new MedicineTables();
        foreach (var file in files.Where(file => IsOf(file, Ingredients)))
        {
            var reader = new IngredientReader(file, tables);
            reader.Read();
            found.AddRange(reader.Faults);
        }

        foreach (var file in files.Where(file => IsOf(file, Products)))
        {
            var reader = new ProductReader(file, tables);
            reader.Read();
            found.AddRange(reader.Faults);
        }

        foreach (var file in files.Where(file => !IsOf(file, Ingredients) && !IsOf(file, Products) && file.Path is not (Codes or Rules)))
        {
            found.Add(new ContentFault(file.Path, 1, "Nothing reads this file.", "Name it ingredients-….yaml or products-….yaml."));
        }

        var codes = new CodeSystemReader(One(files, Codes, found));
        var rules = new RuleReader(One(files, Rules, found));
        var readCodes = codes.Read();
        var readRules = rules.Read();
        found.AddRange(codes.Faults);
        found.AddRange(rules.Faults);
        found.ForEach(faults.Add);
        return found.Count > 0 ? null : new MedicineLibrary([.. tables.Ingredients.Values], IndexOf(readCodes!, tables), readCodes!, readRules!);
    }

    private static MedicineIndex IndexOf(MedicineCodes codes, MedicineTables tables) => new(
        codes,
        tables.IngredientCodes.ToFrozenDictionary(),
        tables.Products.ToFrozenDictionary(),
        tables.Names.ToFrozenDictionary(StringComparer.Ordinal));

    private static bool IsOf(ContentFile file, string stem) =>
        file.Path == $"{MedicineLibrary.Folder}/{stem}.yaml" || file.Path.StartsWith($"{MedicineLibrary.Folder}/{stem}-", StringComparison.Ordinal);

    private static ContentFile One(ImmutableArray<ContentFile> files, string path, List<ContentFault> faults)
    {
        var file = files.LastOrDefault(file => file.Path == path);
        if (file is null)
        {
            faults.Add(new ContentFault(path, 1, "The file is missing.", "Put it back beside its neighbours."));
        }

        return file ?? new ContentFile(path, "{}");
    }
}
