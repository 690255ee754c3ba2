namespace Sbirt.Tests.Oracles;

/// <summary>LOST (ギャンブル依存症問題を考える会 and others): four yes/no items about the past year, notable from 2.</summary>
internal static class LostOracle
{
    public const int Items = 4;

    private static readonly int[] NoYes = [0, 1];
    private static readonly OracleBands Bands = new((0, "below"), (2, "gambling disorder is likely"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, NoYes)));

    public static string Band(int total) => Bands.Of(total);
}
