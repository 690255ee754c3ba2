namespace Sbirt.Tests.Oracles;

/// <summary>PGSI (Ferris, Wynne 2001): nine items of 0-3, 0-27; 1, 3 and 8 begin low, moderate and problem gambling.</summary>
internal static class PgsiOracle
{
    public const int Items = 9;

    private static readonly int[] FourSteps = [0, 1, 2, 3];
    private static readonly OracleBands Bands =
        new((0, "no problem"), (1, "low risk"), (3, "moderate risk"), (8, "problem gambling"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, FourSteps)));

    public static string Band(int total) => Bands.Of(total);
}
