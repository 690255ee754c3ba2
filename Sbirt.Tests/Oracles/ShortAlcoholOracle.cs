namespace Sbirt.Tests.Oracles;

/// <summary>CAGE (Ewing 1984) and NIAAA's single question.</summary>
internal static class ShortAlcoholOracle
{
    /// <summary>CAGE 0-4, one point for each yes.</summary>
    public static int? Cage(OracleSheet sheet) => OracleTotal.Of(Enumerable.Range(1, 4).Select(sheet.At));

    public static bool CageIsPositive(int score) => score >= 2;

    /// <summary>Days in the past year with five (women: four) or more drinks; the number itself.</summary>
    public static int? HeavyDays(OracleSheet sheet) => sheet.At(1);

    public static bool HeavyDaysArePositive(int days) => days >= 1;
}
