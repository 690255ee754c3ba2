namespace Sbirt.Tests.Oracles;

/// <summary>
/// PHQ-9 (Kroenke, Spitzer, Williams 2001): nine items of 0-3, 0-27; 5, 10, 15 and 20 begin the levels. Item
/// 10 asks how difficult life was made and is not counted. Item 9 is the thought of being better off dead.
/// </summary>
internal static class Phq9Oracle
{
    public const int Items = 9;

    private static readonly int[] FourSteps = [0, 1, 2, 3];
    private static readonly OracleBands Bands =
        new((0, "minimal"), (5, "mild"), (10, "moderate"), (15, "moderately severe"), (20, "severe"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, Items).Select(item => sheet.Points(item, FourSteps)));

    public static string Band(int total) => Bands.Of(total);

    public static bool IsPositiveScreen(int total) => total >= 10;

    /// <summary>Whatever the total, any answer but "not at all" to item 9.</summary>
    public static bool OpensSafetyPath(OracleSheet sheet) => sheet.At(9) is > 0;
}
