namespace Sbirt.Tests.Oracles;

/// <summary>
/// CIWA-Ar (Sullivan 1989): nine items of 0-7 and orientation of 0-4, 0-67. Below 8 little withdrawal, 8-15
/// moderate, more than 15 severe (Mayo-Smith 1997).
/// </summary>
internal static class CiwaOracle
{
    private const int Items = 10;
    private static readonly OracleBands Bands = new((0, "minimal"), (8, "moderate"), (16, "severe"));

    /// <summary>Each answer is its number of points.</summary>
    public static int? Total(OracleSheet sheet) => OracleTotal.Of(Enumerable.Range(1, Items).Select(sheet.At));

    public static string Band(int total) => Bands.Of(total);
}
