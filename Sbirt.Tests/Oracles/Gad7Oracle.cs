namespace Sbirt.Tests.Oracles;

/// <summary>GAD-7 (Spitzer, Kroenke, Williams, Löwe 2006): seven items of 0-3, 0-21; 5, 10 and 15 begin the levels.</summary>
internal static class Gad7Oracle
{
    public const int Items = 7;

    private static readonly int[] FourSteps = [0, 1, 2, 3];
    private static readonly OracleBands Bands = new((0, "minimal"), (5, "mild"), (10, "moderate"), (15, "severe"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, FourSteps)));

    public static string Band(int total) => Bands.Of(total);
}
