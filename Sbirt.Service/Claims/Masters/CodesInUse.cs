using System.Collections.Frozen;
using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Masters;

/// <summary>What codes mean in a scan: the shipped tables, and over them the masters a payer supplies.</summary>
internal static class CodesInUse
{
    /// <exception cref="ClaimFileException">A master cannot be read.</exception>
    public static ClaimCodes Of(SignalPreset preset, ExclusionCodes exclusions, MedicineLibrary medicines, string? drugMaster, string? diseaseMaster)
    {
        var ingredients = medicines.ClaimCodes.ToDictionary(each => Number(each.Code), each => each.Ingredient);
        var drugs = drugMaster is null ? null : DrugMaster.Read(drugMaster, medicines);
        foreach (var (code, ingredient) in drugs?.Ingredients ?? [])
        {
            ingredients[code] = ingredient;
        }

        return new ClaimCodes(
            ingredients.ToFrozenDictionary(),
            Table(exclusions, one => one.Acts, code => exclusions.ForAct(ShortCode.Of(code)!.Value)),
            diseaseMaster is null ? FrozenDictionary<int, ClaimSigns>.Empty : DiseaseMaster.Read(diseaseMaster, exclusions).ToFrozenDictionary(),
            Table(exclusions, one => one.Remarks, code => exclusions.ForRemark(ShortCode.Of(code)!.Value)),
            Table(exclusions, one => one.PublicPayers, code => exclusions.ForPublicPayer(Number(code))),
            preset.NeedsEveryMedicine,
            preset.NeedsDiseases)
        {
            Icd10 = exclusions,
            Medicines = medicines,
            Prices = drugs?.Prices.ToFrozenDictionary() ?? FrozenDictionary<int, DrugPrice>.Empty,
        };
    }

    private static FrozenDictionary<int, ClaimSigns> Table(ExclusionCodes exclusions, Func<Exclusion, ExclusionCodeList> list, Func<string, ClaimSigns> signs) =>
        exclusions.All.SelectMany(one => list(one).Codes).Distinct().ToFrozenDictionary(Number, signs);

    private static int Number(string code) => int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture);
}
