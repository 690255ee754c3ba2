using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Masters;

/// <summary>傷病名マスター: the ICD-10 codes of a disease name, by which exclusions are recognised (claims 4.6).</summary>
internal static class DiseaseMaster
{
    private const int Columns = 17;
    private const int CodeColumn = 2;

    // ICD-10 (2003) 1 and 2, ICD-10 (2013) 1 and 2, counted from 0; the code for exchange before them is no ICD-10.
    private const int FirstIcd10 = 13;
    private const int LastIcd10 = 16;

    /// <summary>Disease code to the signs it is one of.</summary>
    /// <exception cref="ClaimFileException">The file is no such master.</exception>
    public static Dictionary<int, ClaimSigns> Read(string path, ExclusionCodes exclusions)
    {
        var found = new Dictionary<int, ClaimSigns>();
        foreach (var row in MasterFile.Rows(path, "B", Columns))
        {
            var signs = ClaimSigns.None;
            for (var column = FirstIcd10; column <= LastIcd10; column++)
            {
                signs |= row[column].Length == 0 ? ClaimSigns.None : exclusions.ForIcd10(row[column]);
            }

            if (signs != ClaimSigns.None && int.TryParse(row[CodeColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                found[code] = signs;
            }
        }

        return found;
    }
}
