namespace Sbirt.Tests.Oracles;

/// <summary>
/// K6 (Kessler 2003; Furukawa 2008): six items of 0-4, 0-24. In Japan 5 begins mild strain, 10 the national
/// indicator of distress like that of mood and anxiety disorders; 13 is Kessler's severe distress.
/// </summary>
internal static class K6Oracle
{
    public const int Items = 6;

    private static readonly int[] FiveSteps = [0, 1, 2, 3, 4];
    private static readonly OracleBands Bands =
        new((0, "little"), (5, "mild strain"), (10, "distress"), (13, "severe distress"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, FiveSteps)));

    public static string Band(int total) => Bands.Of(total);
}
