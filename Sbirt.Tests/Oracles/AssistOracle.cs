namespace Sbirt.Tests.Oracles;

/// <summary>
/// ASSIST v3 (WHO 2010), the specific involvement score of one substance. Positions are the manual's
/// questions 1-7. Questions 6 and 7 are answered no (0), past 3 months (1), earlier (2).
/// </summary>
internal static class AssistOracle
{
    private static readonly int[] Use = [0, 2, 3, 4, 6];
    private static readonly int[] Desire = [0, 3, 4, 5, 6];
    private static readonly int[] Problems = [0, 4, 5, 6, 7];
    private static readonly int[] Failed = [0, 5, 6, 7, 8];
    private static readonly int[] Concern = [0, 6, 3];

    /// <summary>0-39 (tobacco 0-31); never used is 0, not used for 3 months leaves questions 6 and 7.</summary>
    public static int? Involvement(OracleSheet sheet, string substance)
    {
        switch (sheet.At(1))
        {
            case null:
                return null;
            case 0:
                return 0;
        }

        var recent = sheet.Points(2, Use);
        var past = OracleTotal.Of([sheet.Points(6, Concern), sheet.Points(7, Concern)]);
        if (recent == 0)
        {
            return past;
        }

        var failed = substance == "tobacco" ? 0 : sheet.Points(5, Failed);
        return OracleTotal.Of([recent, sheet.Points(3, Desire), sheet.Points(4, Problems), failed, past]);
    }

    public static string Band(int score, string substance)
    {
        if (score >= 27)
        {
            return "high";
        }

        return score >= (substance == "alcohol" ? 11 : 4) ? "moderate" : "low";
    }
}
