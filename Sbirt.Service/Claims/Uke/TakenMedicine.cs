using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Uke;

/// <summary>What a row of a medicine tells: its code and how much of it, for a day, a time or in all.</summary>
/// <param name="Ingredient">Number in the medicine table; -1: none of ours.</param>
/// <param name="Amount">In hundred-thousandths of the medicine's unit; 0: not told, or nobody asks.</param>
internal readonly record struct TakenMedicine(ShortCode Code, int Ingredient, long Amount)
{
    private const int None = -1;
    private const int Digits = 9;

    /// <summary>Reads code and amount; says why when the row is not used.</summary>
    public static string? Read(ClaimCodes codes, ReadOnlySpan<byte> code, ReadOnlySpan<byte> used, out TakenMedicine medicine)
    {
        medicine = new TakenMedicine(ShortCode.None, None, 0);
        if (code.Length != Digits || UkeValues.Number(code) is not { } number)
        {
            return "medicine-code-unreadable";
        }

        var ingredient = codes.Ingredients.TryGetValue(number, out var known) ? known : None;
        if (ingredient < 0 && !codes.KeepsAllMedicines && codes.Prices.Count == 0)
        {
            return null;
        }

        var amount = UkeValues.Amount(used);
        medicine = new TakenMedicine(ShortCode.Of(code)!.Value, ingredient, amount ?? 0);
        return ingredient >= 0 && amount is null && !used.IsEmpty ? "amount-unreadable" : null;
    }
}
