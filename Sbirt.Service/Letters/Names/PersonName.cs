namespace Sbirt.Service.Letters.Names;

/// <summary>Who a person is, as a claim writes it; characters outside of CP932 (外字) as 〓.</summary>
/// <param name="Insurer">保険者番号, or 公費負担者番号 of somebody without an insurer.</param>
/// <param name="Symbol">記号, in one spelling (NFKC).</param>
/// <param name="Number">番号, or 受給者番号.</param>
/// <param name="Branch">枝番 of two digits; empty: not told.</param>
internal sealed record PersonName(
    string Insurer, string Symbol, string Number, string Branch, DateOnly Birth, string Sex, string Name, string Kana)
{
    /// <summary>Stands for a character that a claim holds and no list of characters does.</summary>
    public const char Unknown = '〓';
}
