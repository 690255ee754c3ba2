namespace Sbirt.Tests.Oracles;

/// <summary>TDS (Kawakami 1999): ten yes/no items; 5 or more is the insurance criterion of nicotine dependence in Japan.</summary>
internal static class TdsOracle
{
    public const int Items = 10;

    private static readonly int[] NoYes = [0, 1];
    private static readonly OracleBands Bands = new((0, "below the criterion"), (5, "nicotine dependence criterion"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, NoYes)));

    public static string Band(int total) => Bands.Of(total);
}
