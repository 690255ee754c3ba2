using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sbirt.Content.Codes;

namespace Sbirt.Content.Medicines;

/// <summary>Finds the ingredient of a medicine: by the codes it carries, or by its exact general name as a last resort.</summary>
internal sealed class MedicineIndex(
    MedicineCodes codes,
    FrozenDictionary<(CodeKind Kind, string Code), Ingredient> ingredients,
    FrozenDictionary<(CodeKind Kind, string Code), MedicineProduct> products,
    FrozenDictionary<string, Ingredient> names)
{
    private const int IngredientDigits = 7;
    private const int ProductCharacters = 9;
    private const int RouteAt = 4;
    private const int RouteDigits = 3;

    /// <summary>Strengths of products by the codes they carry.</summary>
    public IEnumerable<(CodeKind Kind, string Code, MedicineProduct Product)> Products =>
        products.Select(each => (each.Key.Kind, each.Key.Code, each.Value));

    /// <summary>Every code of a kind with its ingredient.</summary>
    public IEnumerable<(string Code, Ingredient Ingredient)> Of(CodeKind kind) =>
        ingredients.Where(each => each.Key.Kind == kind).Select(each => (each.Key.Code, each.Value))
            .Concat(products.Where(each => each.Key.Kind == kind).Select(each => (each.Key.Code, each.Value.Ingredient)))
            .DistinctBy(each => each.Code);

    public MedicineMatch Match(IEnumerable<Code> carried, IEnumerable<string> written)
    {
        var given = carried.ToImmutableArray();
        var found = given.Select(Look).ToImmutableArray();
        var known = found.OfType<MedicineMatch.Known>().ToImmutableArray();
        if (known.Select(each => each.Ingredient).Distinct().Count() > 1)
        {
            return new MedicineMatch.Unread(UnreadReason.CodeContradiction);
        }

        if (known.Length > 0)
        {
            return known.FirstOrDefault(each => each.Product is not null) ?? known[0];
        }

        if (found.Any(each => each is MedicineMatch.Elsewhere))
        {
            return new MedicineMatch.Elsewhere();
        }

        var named = written.Select(name => names.GetValueOrDefault(Fold(name))).OfType<Ingredient>().Distinct().ToImmutableArray();
        return named.Length == 1
            ? new MedicineMatch.Known(named[0], ByName: true)
            : new MedicineMatch.Unread(given.IsEmpty ? UnreadReason.CodeMissing : UnreadReason.CodeUnknown);
    }

    /// <summary>Full-width and half-width forms, case and spaces at the ends are the same.</summary>
    public static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    /// <summary>Null: a system nobody knows here.</summary>
    private MedicineMatch? Look(Code code)
    {
        if (!codes.Systems.TryGetValue(code.System, out var kind))
        {
            return null;
        }

        var value = Fold(code.Value);
        return kind switch
        {
            CodeKind.Yj or CodeKind.GeneralName => LookYj(kind, value),
            CodeKind.Hot => LookProduct(kind, value.Length >= IngredientDigits ? value[..IngredientDigits] : value),
            CodeKind.Claim => LookProduct(kind, value),
            _ => ingredients.TryGetValue((kind, value), out var ingredient)
                ? new MedicineMatch.Known(ingredient, ByName: false)
                : NotListed(kind, value),
        };
    }

    private MedicineMatch LookYj(CodeKind kind, string value)
    {
        if (value.Length < IngredientDigits || !int.TryParse(value.AsSpan(RouteAt, RouteDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var route))
        {
            return new MedicineMatch.Unread(UnreadReason.CodeUnknown);
        }

        if (ingredients.TryGetValue((CodeKind.Yj, value[..IngredientDigits]), out var ingredient))
        {
            var product = value.Length < ProductCharacters
                ? null
                : products.GetValueOrDefault((CodeKind.Yj, value[..ProductCharacters]));
            return new MedicineMatch.Known(ingredient, ByName: false)
            {
                Product = product,
                MayBePowder = product is null && !(value.Length > IngredientDigits && value[IngredientDigits] is >= 'F' and <= 'P'),
            };
        }

        return route >= codes.Injections.From && route <= codes.Injections.To ? new MedicineMatch.Elsewhere() : NotListed(kind, value);
    }

    private MedicineMatch LookProduct(CodeKind kind, string value) =>
        products.TryGetValue((kind, value), out var product)
            ? new MedicineMatch.Known(product.Ingredient, ByName: false) { Product = product }
            : ingredients.TryGetValue((kind, value), out var ingredient)
                ? new MedicineMatch.Known(ingredient, ByName: false) { MayBePowder = true }
                : NotListed(kind, value);

    private MedicineMatch NotListed(CodeKind kind, string value) =>
        codes.Ours.TryGetValue(kind, out var ours) && !ours.Any(begin => value.StartsWith(begin, StringComparison.Ordinal))
            ? new MedicineMatch.Elsewhere()
            : new MedicineMatch.Unread(UnreadReason.CodeUnknown);
}
