using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>USAUDIT and USAUDIT-C (SAMHSA guide 2016): items 1-3 have seven steps, total 0-46.</summary>
internal static class UsAuditOracle
{
    private static readonly int[] SevenSteps = [0, 1, 2, 3, 4, 5, 6];
    private static readonly int[] FiveSteps = [0, 1, 2, 3, 4];
    private static readonly int[] Ever = [0, 2, 4];

    /// <summary>0-18; nothing more is asked after "never".</summary>
    public static int? Consumption(OracleSheet sheet) =>
        sheet.At(1) == 0
            ? 0
            : OracleTotal.Of([sheet.Points(1, SevenSteps), sheet.Points(2, SevenSteps), sheet.Points(3, SevenSteps)]);

    /// <summary>
    /// 0-46 with the AUDIT's skip rule: "never" leads to items 9-10, and so does the lowest answer to both
    /// items 2 and 3.
    /// </summary>
    public static int? Total(OracleSheet sheet)
    {
        var skipsHarm = sheet.At(1) == 0 || (sheet.At(2) == 0 && sheet.At(3) == 0);
        var harm = skipsHarm ? 0 : OracleTotal.Of(Enumerable.Range(4, 5).Select(item => sheet.Points(item, FiveSteps)));
        return OracleTotal.Of([Consumption(sheet), harm, sheet.Points(9, Ever), sheet.Points(10, Ever)]);
    }

    /// <summary>0-46, every item asked (no skip rule applied).</summary>
    public static int? TotalOfAllItems(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, 10).Select(item => sheet.Points(item, item switch
        {
            <= 3 => SevenSteps,
            <= 8 => FiveSteps,
            _ => Ever,
        })));

    /// <summary>
    /// Men to 65 years from 8, everybody else from 7, and so when the age is not told. Another published page
    /// says 7 and 5.
    /// </summary>
    public static bool ConsumptionIsPositive(int score, Sex? sex, int? ageYears) =>
        score >= (sex == Sex.Male && ageYears is <= 65 ? 8 : 7);

    /// <summary>Zones; the second begins at 8 for men to 65 years, at 7 for everybody else.</summary>
    public static string Band(int total, Sex? sex, int? ageYears) => total switch
    {
        >= 25 => "zone-4",
        >= 16 => "zone-3",
        _ => total >= (sex == Sex.Male && ageYears is <= 65 ? 8 : 7) ? "zone-2" : "zone-1",
    };
}
