namespace Sbirt.Tests.Oracles;

/// <summary>
/// SDS (Gossop 1995), five items of 0-3. Benzodiazepines: "a score higher than six" (de las Cuevas 2000);
/// older in-patients from 6 (Cheng 2019).
/// </summary>
internal static class SdsOracle
{
    private static readonly int[] FourSteps = [0, 1, 2, 3];

    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, 5).Select(item => sheet.Points(item, FourSteps)));

    public static bool IsPositive(int total) => total > 6;

    public static bool IsPositiveInOlderInpatients(int total) => total >= 6;
}
