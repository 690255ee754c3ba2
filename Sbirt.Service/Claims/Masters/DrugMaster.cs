using System.Globalization;
using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Masters;

/// <summary>医薬品マスター: which medicine a claim code is, and so of which ingredient (claims 4.6).</summary>
internal static class DrugMaster
{
    private const int Columns = 35;
    private const int CodeColumn = 2;
    private const int PriceCodeColumn = 31;
    private const string YjSystem = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code";

    /// <summary>Claim code to number of ingredient, of the medicines that have one of ours.</summary>
    /// <exception cref="ClaimFileException">The file is no such master.</exception>
    public static Dictionary<int, int> Read(string path, MedicineLibrary medicines)
    {
        var numbers = medicines.Ingredients.Select((ingredient, number) => (ingredient, number)).ToDictionary(each => each.ingredient, each => each.number);
        var found = new Dictionary<int, int>();
        foreach (var row in MasterFile.Rows(path, "Y", Columns))
        {
            // Rows without the twelve digits are rules of billing, not medicines.
            if (int.TryParse(row[CodeColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                && row[PriceCodeColumn].Length > 0
                && medicines.Match([new Code(YjSystem, row[PriceCodeColumn])], []) is MedicineMatch.Known known)
            {
                found[code] = numbers[known.Ingredient];
            }
        }

        return found;
    }
}
