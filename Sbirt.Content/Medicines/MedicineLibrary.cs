using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines.Files;

namespace Sbirt.Content.Medicines;

/// <summary>What we know of medicines: ingredients with their codes, how amounts are written, and the rules with their words.</summary>
public sealed class MedicineLibrary
{
    /// <summary>The folder its files stand in.</summary>
    public const string Folder = "Medicines";

    // Beyond these a number is a slip of entry or an attack, and sums and dates would overflow.
    private const decimal MostAmount = 1_000_000;
    private const int MostDays = 3_660;

    private readonly FrozenDictionary<string, Ingredient> byId;
    private readonly MedicineIndex index;
    private readonly MedicineCodes codes;

    internal MedicineLibrary(ImmutableArray<Ingredient> ingredients, MedicineIndex index, MedicineCodes codes, MedicineWords words)
    {
        Ingredients = ingredients;
        this.index = index;
        this.codes = codes;
        Words = words;
        byId = ingredients.ToFrozenDictionary(ingredient => ingredient.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of their file.</summary>
    public ImmutableArray<Ingredient> Ingredients { get; }

    /// <summary>The rules in the order of their file, each with its cut-offs, sources and words: what <c>/rules</c> prints.</summary>
    public ImmutableArray<MedicineRule> Rules => Words.Rules;

    /// <summary>What can be offered with findings.</summary>
    public ImmutableArray<MedicineOffer> Offers => Words.Offers;

    internal MedicineWords Words { get; }

    /// <summary>The claim codes (レセプト電算コード, nine digits) that are known, each with the number of its ingredient.</summary>
    public IEnumerable<(string Code, int Ingredient)> ClaimCodes
    {
        get
        {
            var numbers = Ingredients.Select((ingredient, number) => (ingredient, number)).ToDictionary(each => each.ingredient, each => each.number);
            return index.Of(CodeKind.Claim).Select(each => (each.Code, numbers[each.Ingredient]));
        }
    }

    internal IEnumerable<(CodeKind Kind, string Code, MedicineProduct Product)> Products => index.Products;

    /// <summary>The shipped library; throws <see cref="ContentFaultException"/> naming every fault.</summary>
    public static MedicineLibrary LoadShipped()
    {
        var faults = new List<ContentFault>();
        return TryLoad(ContentFile.Embedded(Folder), faults) ?? throw new ContentFaultException(faults);
    }

    /// <summary>The library of these files, or null with at least one fault added.</summary>
    public static MedicineLibrary? TryLoad(IEnumerable<ContentFile> files, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        return MedicineFiles.Read(
            [.. files.Where(file => file.Path.StartsWith(Folder + "/", StringComparison.Ordinal))],
            faults);
    }

    /// <summary>The ingredient with this id, or null.</summary>
    public Ingredient? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>What the codes of a medicine, or else its exact general name, say it is.</summary>
    public MedicineMatch Match(IEnumerable<Code> carried, IEnumerable<string> written) => index.Match(carried, written);

    /// <summary>The one code a fact of claims carries: of a claim, else YJ, HOT or general name; null: none of them.</summary>
    public string? FactCode(IEnumerable<Code> carried) => carried
        .Select(code => (Kind: codes.Systems.TryGetValue(code.System, out var kind) ? kind : (CodeKind?)null, Value: MedicineIndex.Fold(code.Value)))
        .Where(code => code is { Kind: CodeKind.Claim or CodeKind.Yj or CodeKind.Hot or CodeKind.GeneralName, Value.Length: > 0 and <= Claims.ShortCode.MostBytes })
        .OrderBy(code => code.Kind switch { CodeKind.Claim => 0, CodeKind.Yj => 1, CodeKind.Hot => 2, _ => 3 })
        .Select(code => code.Value)
        .FirstOrDefault();

    /// <summary>The milligrams of ingredient in a written amount, or why they cannot be told.</summary>
    public (decimal? Milligrams, UnreadReason? Why) MilligramsOf(MedicineMatch.Known match, MedicineAmount amount)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(amount);
        return amount.Value is <= 0 or > MostAmount ? (null, UnreadReason.AmountInvalid)
            : UnitOf(amount, codes.Pieces.Contains) ? OfPieces(match, amount)
            : MassOf(amount) is { } milligramsPerUnit ? OfMass(match, amount, milligramsPerUnit)
            : (null, UnreadReason.UnitUnknown);
    }

    /// <summary>Days in a written duration (day, week), or null when its unit is none of the table's.</summary>
    public int? DaysOf(decimal value, string? unitCode, string? unitText) =>
        (Written(unitCode, codes.Days) ?? Written(unitText, codes.Days)) is { } perUnit
        && value is > 0 and <= MostDays
        && value * perUnit is var days
        && days == decimal.Truncate(days)
        && days <= MostDays
            ? (int)days
            : null;

    /// <summary>What the coded strength type (力価区分) of a dose says its mass is.</summary>
    public AmountBasis BasisOf(Code type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.System != codes.StrengthType.Uri ? AmountBasis.NotTold
            : type.Value == codes.StrengthType.Preparation ? AmountBasis.Preparation
            : type.Value == codes.StrengthType.Ingredient ? AmountBasis.Ingredient
            : AmountBasis.NotTold;
    }

    /// <summary>Days reckoned for a number of times of use as needed.</summary>
    public int EstimatedDays(decimal times) => (int)decimal.Ceiling(Math.Min(times, MostDays) / codes.AsNeededPerDay);

    /// <summary>The words for a reason something could not be read.</summary>
    public Localized TextOf(UnreadReason reason) => Words.Unread[reason];

    /// <summary>The rule with this id; the file's check guarantees those of <see cref="MedicineRuleNames"/>.</summary>
    internal MedicineRule Rule(string id) => Rules.First(rule => rule.Id == id);

    private static (decimal?, UnreadReason?) OfPieces(MedicineMatch.Known match, MedicineAmount amount) =>
        match.Product is { Per: ProductUnit.Piece } product
            ? (amount.Value * product.Milligrams, null)
            : (null, UnreadReason.StrengthUnknown);

    private static (decimal?, UnreadReason?) OfMass(MedicineMatch.Known match, MedicineAmount amount, decimal milligramsPerUnit)
    {
        const decimal MilligramsPerGram = 1000;
        var written = amount.Value * milligramsPerUnit;
        return (match.Product, amount.Basis) switch
        {
            (_, AmountBasis.Ingredient) => (written, null),
            ({ Per: ProductUnit.Gram } powder, AmountBasis.Preparation) => (written / MilligramsPerGram * powder.Milligrams, null),
            ({ Per: ProductUnit.Piece }, AmountBasis.NotTold) => (written, null),
            // "1 g" without its basis is usually a powder; what is written in milligrams is the ingredient.
            (null, AmountBasis.NotTold) when !match.MayBePowder && milligramsPerUnit < MilligramsPerGram => (written, null),
            _ => (null, UnreadReason.StrengthUnknown),
        };
    }

    private static bool UnitOf(MedicineAmount amount, Func<string, bool> isUnit) =>
        (amount.UnitCode is { } code && isUnit(code.Trim())) || (amount.UnitText is { } text && isUnit(text.Trim()));

    private static T? Written<T>(string? unit, FrozenDictionary<string, T> table)
        where T : struct =>
        unit is not null && table.TryGetValue(unit.Trim(), out var value) ? value : null;

    private decimal? MassOf(MedicineAmount amount) =>
        Written(amount.UnitCode, codes.Milligrams) ?? Written(amount.UnitText, codes.Milligrams);
}
