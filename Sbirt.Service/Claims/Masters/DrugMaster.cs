using System.Collections.Frozen;
using System.Globalization;
using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Masters;

/// <summary>医薬品マスター: which medicine a claim code is, of which ingredient, and at what price (claims 4.6).</summary>
/// <param name="Ingredients">Claim code to number of ingredient, of the medicines that have one of ours.</param>
/// <param name="Prices">Claim code to price, of all medicines.</param>
internal sealed record DrugMaster(Dictionary<int, int> Ingredients, Dictionary<int, DrugPrice> Prices)
{
    private const int CodeDigits = 9;
    private const int PriceKindColumn = 10;
    private const int PriceColumn = 11;
    private const int OldPriceColumn = 24;
    private const int ChangedColumn = 29;
    private const int PriceCodeColumn = 31;
    private const string YjSystem = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code";

    // Since 2024 (令和6年度) 42 columns, 35 before; those that are read stand where they stood.
    private static readonly FrozenSet<int> Layouts = FrozenSet.ToFrozenSet([35, 42]);

    /// <exception cref="ClaimFileException">The file is no such master.</exception>
    public static DrugMaster Read(string path, MedicineLibrary medicines)
    {
        var numbers = medicines.Ingredients.Select((ingredient, number) => (ingredient, number)).ToDictionary(each => each.ingredient, each => each.number);
        var master = new DrugMaster([], []);
        new MasterFile(path, "Y", Layouts, CodeDigits).Read((code, row) =>
        {
            // Rows without the twelve digits are rules of billing, not medicines.
            if (row[PriceCodeColumn].Length == 0)
            {
                return;
            }

            if (medicines.Match([new Code(YjSystem, row[PriceCodeColumn])], []) is MedicineMatch.Known known)
            {
                master.Ingredients[code] = numbers[known.Ingredient];
            }

            // 金額種別 1: a price in yen for one unit.
            if (row[PriceKindColumn] == "1" && SenOf(row[PriceColumn]) is { } price)
            {
                master.Prices[code] = new DrugPrice(price, DayOf(row[ChangedColumn]), SenOf(row[OldPriceColumn]) ?? 0);
            }
        });
        return master;
    }

    private static long? SenOf(string yen) =>
        decimal.TryParse(yen, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 100_000_000 ? (long)(value * 100) : null;

    private static DateOnly DayOf(string day) =>
        DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : DateOnly.MinValue;
}
