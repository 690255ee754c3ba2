using System.Collections.Frozen;
using System.Text;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims;

/// <summary>
/// Milligrams of ingredient in one unit (tablet, gram of powder) of a medicine, by its claim code, or the YJ or HOT code
/// that a FHIR resource carries. What is not listed is not known; nothing is guessed.
/// </summary>
public sealed class MedicineStrengths
{
    private const int YjCharacters = 12;
    private const int YjProduct = 9;
    private const int HotProduct = 7;

    private readonly FrozenDictionary<ShortCode, decimal> claim;
    private readonly FrozenDictionary<ShortCode, decimal> yj;
    private readonly FrozenDictionary<ShortCode, decimal> hot;

    private MedicineStrengths(FrozenDictionary<ShortCode, decimal> claim, FrozenDictionary<ShortCode, decimal> yj, FrozenDictionary<ShortCode, decimal> hot)
    {
        this.claim = claim;
        this.yj = yj;
        this.hot = hot;
    }

    /// <summary>The strengths of the medicine table.</summary>
    public static MedicineStrengths Of(MedicineLibrary medicines)
    {
        ArgumentNullException.ThrowIfNull(medicines);
        return new MedicineStrengths(Table(medicines, CodeKind.Claim), Table(medicines, CodeKind.Yj), Table(medicines, CodeKind.Hot));
    }

    /// <summary>These and others by claim code, such as those of a drug master the payer supplies; the others win.</summary>
    public MedicineStrengths With(IEnumerable<KeyValuePair<ShortCode, decimal>> others)
    {
        var all = claim.ToDictionary();
        foreach (var (code, milligrams) in others)
        {
            all[code] = milligrams;
        }

        return new MedicineStrengths(all.ToFrozenDictionary(), yj, hot);
    }

    /// <summary>Null: not known.</summary>
    public decimal? MilligramsPerUnit(ShortCode medicine)
    {
        if (claim.TryGetValue(medicine, out var milligrams))
        {
            return milligrams;
        }

        Span<byte> bytes = stackalloc byte[ShortCode.MostBytes];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, medicine.Value);
        var text = bytes.TrimEnd((byte)0);
        return text.Length == YjCharacters && ShortCode.Of(text[..YjProduct]) is { } product && yj.TryGetValue(product, out milligrams) ? milligrams
            : text.Length is HotProduct or 9 or 13 && ShortCode.Of(text[..HotProduct]) is { } hot7 && hot.TryGetValue(hot7, out milligrams) ? milligrams
            : null;
    }

    private static FrozenDictionary<ShortCode, decimal> Table(MedicineLibrary medicines, CodeKind kind) => medicines.Products
        .Where(each => each.Kind == kind)
        .ToFrozenDictionary(each => ShortCode.Of(Encoding.ASCII.GetBytes(each.Code))!.Value, each => each.Product.Milligrams);
}
