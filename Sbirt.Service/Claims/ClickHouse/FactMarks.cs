using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// What facts were made with. Facts made with other marks do not go together: persons have other hashes, ingredients other
/// numbers, claims other signs.
/// </summary>
/// <param name="Key">Tells keys of pseudonyms apart and nothing of them.</param>
/// <param name="Medicines">The numbering of ingredients.</param>
/// <param name="Codes">What codes are signs of; with the masters of the payer.</param>
internal sealed record FactMarks(string Key, string Medicines, string Codes)
{
    public static FactMarks Of(KeyedHash hash, MedicineLibrary medicines, ClaimCodes codes) => new(
        hash.Pseudonym(UInt128.MaxValue, ulong.MaxValue),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', medicines.Ingredients.Select(ingredient => ingredient.Id))))),
        codes.Fingerprint());
}
