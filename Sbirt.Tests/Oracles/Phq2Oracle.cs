namespace Sbirt.Tests.Oracles;

/// <summary>PHQ-2 (Kroenke, Spitzer, Williams 2003): items 1 and 2 of the PHQ-9, 0-6, positive from 3.</summary>
internal static class Phq2Oracle
{
    public const int Items = 2;

    private static readonly int[] FourSteps = [0, 1, 2, 3];
    private static readonly OracleBands Bands = new((0, "negative"), (3, "positive"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, FourSteps)));

    public static string Band(int total) => Bands.Of(total);
}
