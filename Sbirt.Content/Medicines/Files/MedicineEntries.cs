using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Medicines.Files;

/// <summary>The shape of ingredients.yaml.</summary>
internal sealed class IngredientFile : Located
{
    public string? Version { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public Dictionary<string, string>? CodeSources { get; set; }

    public List<IngredientEntry>? Ingredients { get; set; }
}

internal sealed class CitationEntry : Located
{
    public string? Cite { get; set; }

    public string? Effective { get; set; }

    public string? Certainty { get; set; }
}

internal sealed class IngredientEntry : Located
{
    public string? Id { get; set; }

    public LocalizedText? Name { get; set; }

    public string? Group { get; set; }

    public bool BenzodiazepineAgonist { get; set; }

    public ControlEntry? Control { get; set; }

    public SupplyLimitEntry? SupplyLimit { get; set; }

    public DiazepamEntry? Diazepam { get; set; }

    public MorphineEntry? Morphine { get; set; }

    public List<string>? Yj { get; set; }

    public List<string>? Atc { get; set; }

    public List<string>? RxNorm { get; set; }

    public List<string>? OtherNames { get; set; }
}

internal sealed class ControlEntry : Located
{
    public string? Class { get; set; }

    public string? Source { get; set; }
}

internal sealed class SupplyLimitEntry : Located
{
    public int Days { get; set; }

    public string? Source { get; set; }
}

internal sealed class DiazepamEntry : Located
{
    public decimal? Inada { get; set; }

    public List<decimal>? Ashton { get; set; }

    public bool Disputed { get; set; }

    public string? Source { get; set; }
}

internal sealed class MorphineEntry : Located
{
    public decimal Factor { get; set; }

    public string? Source { get; set; }
}

/// <summary>The shape of products.yaml.</summary>
internal sealed class ProductFile : Located
{
    public string? Version { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public Dictionary<string, string>? CodeSources { get; set; }

    public List<ProductEntry>? Products { get; set; }

    public List<WithoutStrengthEntry>? WithoutStrength { get; set; }
}

internal sealed class WithoutStrengthEntry : Located
{
    public string? Ingredient { get; set; }

    public List<string>? Claim { get; set; }
}

internal sealed class ProductEntry : Located
{
    public string? Yj { get; set; }

    public decimal Milligrams { get; set; }

    public string? Per { get; set; }

    public List<string>? Hot7 { get; set; }

    public List<string>? Claim { get; set; }
}

/// <summary>The shape of code-systems.yaml.</summary>
internal sealed class CodeSystemFile : Located
{
    public string? Version { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public List<CodeSystemEntry>? Systems { get; set; }

    public InjectionEntry? Injections { get; set; }

    public UnitsEntry? Units { get; set; }

    public StrengthTypeEntry? StrengthType { get; set; }

    public AsNeededEntry? AsNeeded { get; set; }
}

internal sealed class CodeSystemEntry : Located
{
    public string? Kind { get; set; }

    public string? Source { get; set; }

    public List<string>? Uris { get; set; }

    public List<string>? Ours { get; set; }
}

internal sealed class InjectionEntry : Located
{
    public int From { get; set; }

    public int To { get; set; }

    public string? Source { get; set; }
}

internal sealed class UnitsEntry : Located
{
    public string? Source { get; set; }

    public Dictionary<string, decimal>? Milligrams { get; set; }

    public List<string>? Pieces { get; set; }

    public Dictionary<string, int>? Days { get; set; }
}

internal sealed class StrengthTypeEntry : Located
{
    public string? Source { get; set; }

    public string? Uri { get; set; }

    public string? Preparation { get; set; }

    public string? Ingredient { get; set; }
}

internal sealed class AsNeededEntry : Located
{
    public int PerDay { get; set; }

    public string? Source { get; set; }
}
