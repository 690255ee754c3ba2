using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// Opioid Risk Tool (Webster, Webster 2005; table reprinted in Canadian Family Physician), yes/no: family
/// history of 1 alcohol, 2 illegal drugs, 3 prescription drugs; own history of 4 alcohol, 5 illegal drugs,
/// 6 prescription drugs; 7 age 16-45; 8 preadolescent sexual abuse; 9 attention deficit, obsessive-compulsive,
/// bipolar disorder or schizophrenia; 10 depression. Points for women and for men differ in 1, 2 and 8.
/// </summary>
internal static class OrtOracle
{
    private static readonly int[] Women = [1, 2, 4, 3, 4, 5, 1, 3, 2, 1];
    private static readonly int[] Men = [3, 3, 4, 3, 4, 5, 1, 0, 2, 1];
    private static readonly OracleBands Bands = new((0, "low"), (4, "moderate"), (8, "high"));

    /// <summary>0-26; null also when the sex is not told and would change it.</summary>
    public static int? Total(OracleSheet sheet)
    {
        var (woman, man) = (Of(sheet, Women), Of(sheet, Men));
        return sheet.Sex switch
        {
            Sex.Male => man,
            Sex.Female => woman,
            _ => woman == man ? man : null,
        };
    }

    public static string Band(int total) => Bands.Of(total);

    private static int? Of(OracleSheet sheet, int[] points) =>
        OracleTotal.Of(points.Select((point, index) => sheet.At(index + 1) * point));
}
