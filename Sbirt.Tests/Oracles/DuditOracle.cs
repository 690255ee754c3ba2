using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>DUDIT (Berman et al. 2003 manual): items 1-9 score 0-4, items 10-11 score 0, 2, 4; total 0-44.</summary>
internal static class DuditOracle
{
    private static readonly int[] FiveSteps = [0, 1, 2, 3, 4];
    private static readonly int[] Ever = [0, 2, 4];

    /// <summary>Every item asked.</summary>
    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, 11).Select(item => sheet.Points(item, item <= 9 ? FiveSteps : Ever)));

    /// <summary>Men from 6, women from 2 (and when the sex is not told); 25 for everybody.</summary>
    public static string Band(int total, Sex? sex)
    {
        if (total >= 25)
        {
            return "dependence-likely";
        }

        return total >= (sex == Sex.Male ? 6 : 2) ? "problems-likely" : "below";
    }
}
