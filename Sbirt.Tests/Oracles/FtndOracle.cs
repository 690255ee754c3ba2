namespace Sbirt.Tests.Oracles;

/// <summary>
/// FTND (Heatherton 1991), 0-10: 1 minutes to the first cigarette (over 60, 31-60, 6-30, within 5), 2 hard to
/// refrain, 3 which one is hardest to give up (another, the first), 4 cigarettes a day (to 10, 11-20, 21-30,
/// 31 or more), 5 more in the first hours, 6 smoking when ill in bed. Two tables of levels are in use:
/// three in Japan (4 and 7 begin moderate and high), five in Fagerström 1990 (3, 5, 6 and 8 begin low,
/// medium, high and very high).
/// HSI: items 1 and 4, 0-6; 3 and 5 begin moderate and high.
/// </summary>
internal static class FtndOracle
{
    private static readonly int[] FourSteps = [0, 1, 2, 3];
    private static readonly int[] TwoSteps = [0, 1];

    private static readonly IReadOnlyList<int>[] PointsOfItem =
        [FourSteps, TwoSteps, TwoSteps, FourSteps, TwoSteps, TwoSteps];

    private static readonly OracleBands Bands = new((0, "low"), (4, "moderate"), (7, "high"));

    private static readonly OracleBands FiveLevels =
        new((0, "very low"), (3, "low"), (5, "medium"), (6, "high"), (8, "very high"));

    private static readonly OracleBands HsiBands = new((0, "low"), (3, "moderate"), (5, "high"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(PointsOfItem.Select((points, index) => sheet.Points(index + 1, points)));

    public static string Band(int total) => Bands.Of(total);

    public static string BandOfFive(int total) => FiveLevels.Of(total);

    public static int? Hsi(OracleSheet sheet) =>
        OracleTotal.Of([sheet.Points(1, FourSteps), sheet.Points(4, FourSteps)]);

    public static string HsiBand(int hsi) => HsiBands.Of(hsi);
}
