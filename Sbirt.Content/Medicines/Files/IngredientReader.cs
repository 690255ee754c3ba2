using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Files;

/// <summary>Reads one ingredients file: numbers with their sources, codes that no other ingredient has.</summary>
internal sealed class IngredientReader(ContentFile file, MedicineTables tables)
{
    private const int YjDigits = 7;
    private readonly ContentReader reader = new(file);

    public IReadOnlyList<ContentFault> Faults => reader.Faults;

    public void Read()
    {
        if (reader.Read<IngredientFile>() is not { } entry)
        {
            return;
        }

        reader.Need(entry.Version, entry.Line, "version");
        var sources = new Citations(reader, entry.Sources, entry.Line);
        sources.NeedAll(entry.CodeSources, entry.Line);
        foreach (var one in entry.Ingredients ?? [])
        {
            ReadOne(one, sources);
        }
    }

    private void ReadOne(IngredientEntry entry, Citations sources)
    {
        var name = reader.NeedText(entry.Name, entry.Line, "name");
        var ingredient = new Ingredient(
            reader.Need(entry.Id, entry.Line, "id"),
            name,
            reader.NeedOneOf<MedicineGroup>(entry.Group, entry.Line, "group"),
            entry.BenzodiazepineAgonist,
            entry.Control is { } control ? new Control(reader.NeedOneOf<ControlClass>(control.Class, control.Line, "class"), sources.Need(control.Source, control.Line)) : null,
            entry.SupplyLimit is { } limit ? new SupplyLimit(Above0(limit.Days, limit.Line, "days"), sources.Need(limit.Source, limit.Line)) : null,
            ReadDiazepam(entry.Diazepam, sources),
            entry.Morphine is { } morphine ? new MorphineFactor(Above0(morphine.Factor, morphine.Line, "factor"), sources.Need(morphine.Source, morphine.Line)) : null);
        if (ingredient.Id.Length > 0 && !tables.Ingredients.TryAdd(ingredient.Id, ingredient))
        {
            reader.Fault(entry.Line, $"The ingredient \"{ingredient.Id}\" stands there twice.", "Give each ingredient its own id, or remove one of the two.");
        }

        Note(CodeKind.Yj, entry.Yj, ingredient, entry.Line, code => code.Length == YjDigits && code.All(char.IsAsciiDigit), "7 digits");
        Note(CodeKind.Atc, entry.Atc, ingredient, entry.Line, code => code.Length == 7 && char.IsAsciiLetterUpper(code[0]), "a letter and 6 characters, such as N05BA01");
        Note(CodeKind.RxNorm, entry.RxNorm, ingredient, entry.Line, code => code.All(char.IsAsciiDigit), "digits");
        NoteNames(name, entry, ingredient);
    }

    private DiazepamEquivalent? ReadDiazepam(DiazepamEntry? entry, Citations sources)
    {
        if (entry is null)
        {
            return null;
        }

        if (entry.Inada is null && entry.Ashton is null or { Count: 0 })
        {
            reader.Fault(entry.Line, "An equivalent names no table.", "Write `inada:`, or `ashton: [ … ]`, or leave `diazepam` out.");
        }

        if (entry.Ashton is { Count: > 2 } || (entry.Ashton is [var least, var most] && least >= most))
        {
            reader.Fault(entry.Line, "`ashton` is neither one value nor least and most.", "Write `ashton: [0.5]` or `ashton: [0.5, 1]`.");
        }

        foreach (var value in (entry.Ashton ?? []).Append(entry.Inada ?? 1))
        {
            Above0(value, entry.Line, "diazepam");
        }

        return new DiazepamEquivalent(entry.Inada, [.. entry.Ashton ?? []], entry.Disputed, sources.Need(entry.Source, entry.Line));
    }

    private T Above0<T>(T number, int line, string key)
        where T : struct, System.Numerics.INumber<T>
    {
        if (number <= T.Zero)
        {
            reader.Fault(line, $"`{key}` is not above 0.", $"Write `{key}:` with a number above 0.");
        }

        return number;
    }

    private void Note(CodeKind kind, List<string>? codes, Ingredient ingredient, int line, Func<string, bool> isForm, string form)
    {
        foreach (var code in codes ?? [])
        {
            if (!isForm(code))
            {
                reader.Fault(line, $"`{code}` is no code of this kind.", $"Write {form}.");
            }
            else if (!tables.IngredientCodes.TryAdd((kind, code), ingredient))
            {
                reader.Fault(line, $"The code {code} belongs already to \"{tables.IngredientCodes[(kind, code)].Id}\".", "A code names one ingredient: take it out of one of the two.");
            }
        }
    }

    private void NoteNames(Localized name, IngredientEntry entry, Ingredient ingredient)
    {
        ImmutableArray<string> names = [name.Ja, name.En, .. entry.OtherNames ?? []];
        foreach (var folded in names.Where(one => one.Length > 0).Select(MedicineIndex.Fold).Distinct())
        {
            if (!tables.Names.TryAdd(folded, ingredient))
            {
                reader.Fault(entry.Line, $"A name of \"{ingredient.Id}\" belongs already to \"{tables.Names[folded].Id}\".", "A name means one ingredient: take it out of one of the two.");
            }
        }
    }
}
