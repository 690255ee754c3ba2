namespace Sbirt.Tests.Oracles;

/// <summary>
/// Prediction of Alcohol Withdrawal Severity Scale (Maldonado 2014). Position 1 is the threshold question
/// (alcohol in the past 30 days, or found in the blood); after a no the scale ends with 0. Positions 2-11 are
/// the ten criteria, one point each; from 4 complicated withdrawal is likely.
/// </summary>
internal static class PawssOracle
{
    private static readonly OracleBands Bands = new((0, "low"), (4, "high"));

    public static int? Total(OracleSheet sheet) => sheet.At(1) switch
    {
        null => null,
        0 => 0,
        _ => OracleTotal.Of(Enumerable.Range(2, 10).Select(sheet.At)),
    };

    public static string Band(int total) => Bands.Of(total);
}
