using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>Works out the marks of facts.</summary>
internal static class FactMarking
{
    public static FactMarks Of(KeyedHash hash, MedicineLibrary medicines, ClaimCodes codes) => new(
        hash.Pseudonym(UInt128.MaxValue, ulong.MaxValue),
        Digest(medicines.Ingredients.Select(ingredient => ingredient.Id)),
        Digest([.. Words(codes.Ingredients), "acts", .. Words(codes.Acts), "diseases", .. Words(codes.Diseases), "remarks", .. Words(codes.Remarks), "payers", .. Words(codes.PublicPayers)]));

    private static IEnumerable<string> Words<TMeaning>(FrozenDictionary<int, TMeaning> codes)
        where TMeaning : struct =>
        codes.OrderBy(each => each.Key).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key}={each.Value}"));

    private static string Digest(IEnumerable<string> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))).AsSpan(0, 16));
}
