using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;

namespace Sbirt.Tests.Service.Claims.Synthesis;

/// <summary>The medicines of made-up claims, with the ingredients that the medicine table tells.</summary>
internal static class MadeUpSupplies
{
    private const string ClaimCodes = "https://sbirt.example/fhir/CodeSystem/receipt-medicine";
    private static readonly MedicineLibrary Library = MedicineLibrary.LoadShipped();
    private static readonly Dictionary<string, Ingredient?> Found = [];

    public static Ingredient? IngredientOf(string code)
    {
        if (!Found.TryGetValue(code, out var ingredient))
        {
            ingredient = Library.Match([new Code(ClaimCodes, code)], []) is MedicineMatch.Known known ? known.Ingredient : null;
            Found[code] = ingredient;
        }

        return ingredient;
    }

    public static Ingredient Named(string id) => Library.Find(id)!;

    /// <summary>Of claims out of hospital: what the medicine table knows.</summary>
    public static IEnumerable<ReadSupply> Of(IEnumerable<ReadClaim> claims) =>
        claims.Where(claim => !claim.IsStay).SelectMany(claim => claim.Kind == "YK4" ? FromPharmacy(claim) : FromClinic(claim));

    private static IEnumerable<ReadSupply> FromPharmacy(ReadClaim claim)
    {
        string[] line = [];
        string[] handed = [];
        foreach (var record in claim.Records)
        {
            if (record[0] == "SH")
            {
                line = record;
            }
            else if (record[0] == "CZ")
            {
                handed = record;
            }
            else if (record[0] == "IY" && IngredientOf(record[2]) is { } ingredient)
            {
                var date = DateOnly.ParseExact(MadeUpClaims.DayOf(handed[3]), "yyyyMMdd", null);
                yield return new ReadSupply(claim.Person, date, ingredient.Id, record[2] + record[3], int.Parse(handed[5], null), claim.Prescriber, $"{claim.Key}{handed[4]}", line[2] == "3");
            }
        }
    }

    private static IEnumerable<ReadSupply> FromClinic(ReadClaim claim)
    {
        var identification = "";
        var group = new List<ReadSupply>();
        foreach (var record in claim.Records.Where(record => record[0] is "SI" or "IY"))
        {
            identification = record[1].Length > 0 ? record[1] : identification;
            if (record[0] == "IY" && IngredientOf(record[3]) is { } ingredient)
            {
                var day = Array.FindIndex(record, 13, field => field.Length > 0) - 12;
                var date = DateOnly.ParseExact($"{claim.Month}{day:00}", "yyyyMMdd", null);
                group.Add(new ReadSupply(claim.Person, date, ingredient.Id, record[3] + record[4], 0, claim.Institution, $"{claim.Key}{day}", identification == "22"));
            }

            if (record[5].Length > 0)
            {
                foreach (var supply in group)
                {
                    yield return supply with { Days = int.Parse(record[6], null) };
                }

                group.Clear();
            }
        }
    }
}
