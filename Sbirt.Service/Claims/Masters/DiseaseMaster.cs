using System.Collections.Frozen;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Masters;

/// <summary>傷病名マスター: the ICD-10 codes of a disease name, by which exclusions are recognised (claims 4.6).</summary>
internal static class DiseaseMaster
{
    /// <summary>
    /// Told with every scan that uses it: which columns hold ICD-10 is taken from one public program and its sample rows
    /// (yokenzan/receiptisan, 2022); the published description was not at hand.
    /// </summary>
    public static readonly Localized OpenPoint = new(
        "未確認: 傷病名マスターの列の並び(14〜17列目がICD-10)は公開された資料1つによります。除外が正しく付くか、1件を手で確かめてください。",
        "open: the columns of the disease master (ICD-10 in columns 14 to 17) are known from one public source only; check one exclusion by hand.");

    private const int CodeDigits = 7;

    // ICD-10 (2003) 1 and 2, ICD-10 (2013) 1 and 2, counted from 0; the code for exchange before them is no ICD-10.
    private const int FirstIcd10 = 13;
    private const int LastIcd10 = 16;

    private static readonly FrozenSet<int> Layouts = FrozenSet.ToFrozenSet([45]);

    /// <summary>Disease code to the signs it is one of.</summary>
    /// <exception cref="ClaimFileException">The file is no such master.</exception>
    public static Dictionary<int, ClaimSigns> Read(string path, ExclusionCodes exclusions)
    {
        var found = new Dictionary<int, ClaimSigns>();
        new MasterFile(path, "B", Layouts, CodeDigits).Read((code, row) =>
        {
            var signs = ClaimSigns.None;
            for (var column = FirstIcd10; column <= LastIcd10; column++)
            {
                signs |= row[column].Length == 0 ? ClaimSigns.None : exclusions.ForIcd10(row[column]);
            }

            if (signs != ClaimSigns.None)
            {
                found[code] = signs;
            }
        });
        return found;
    }
}
