namespace Sbirt.Tests.Oracles;

/// <summary>
/// Clinical Opiate Withdrawal Scale (Wesson, Ling 2003), 0-48: pulse, sweating, restlessness, pupils, aches,
/// nose and eyes, stomach, tremor, yawning, anxiety, gooseflesh. 5-12 mild, 13-24 moderate, 25-36 moderately
/// severe, more than 36 severe.
/// </summary>
internal static class CowsOracle
{
    private static readonly int[][] PointsOfItem =
    [
        [0, 1, 2, 4],
        [0, 1, 2, 3, 4],
        [0, 1, 3, 5],
        [0, 1, 2, 5],
        [0, 1, 2, 4],
        [0, 1, 2, 4],
        [0, 1, 2, 3, 5],
        [0, 1, 2, 4],
        [0, 1, 2, 4],
        [0, 1, 2, 4],
        [0, 3, 5],
    ];

    private static readonly OracleBands Bands =
        new((0, "none"), (5, "mild"), (13, "moderate"), (25, "moderately severe"), (37, "severe"));

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(PointsOfItem.Select((points, index) => sheet.Points(index + 1, points)));

    public static string Band(int total) => Bands.Of(total);
}
