namespace Sbirt.Tests.Oracles;

/// <summary>
/// Columbia screener (Posner 2011), yes/no: 1 wish to be dead, 2 suicidal thoughts, 3 method, 4 intent, 5
/// plan and intent, 6 behaviour in a lifetime, 7 the same in the past three months. 3-5 are asked only after
/// a yes to 2, and 7 only after a yes to 6. Where sources disagree about 4 (moderate or high), high is taken.
/// </summary>
internal static class CssrsOracle
{
    /// <summary>0 none, 1 low, 2 moderate, 3 high; null while a question that is asked has no answer.</summary>
    public static int? Triage(OracleSheet sheet)
    {
        if (Asked(sheet).Any(item => sheet.At(item) is null))
        {
            return null;
        }

        bool Yes(int item) => Asked(sheet).Contains(item) && sheet.At(item) == 1;

        if (Yes(4) || Yes(5) || Yes(7))
        {
            return 3;
        }

        if (Yes(3) || Yes(6))
        {
            return 2;
        }

        return Yes(1) || Yes(2) ? 1 : 0;
    }

    public static string Band(int triage) => triage switch
    {
        0 => "none",
        1 => "low",
        2 => "moderate",
        _ => "high",
    };

    /// <summary>Any yes at all.</summary>
    public static bool OpensSafetyPath(OracleSheet sheet) => Asked(sheet).Any(item => sheet.At(item) == 1);

    /// <summary>The questions that are put to the person, given the answers so far.</summary>
    public static IReadOnlyList<int> Asked(OracleSheet sheet)
    {
        int[] after2 = sheet.At(2) == 1 ? [3, 4, 5] : [];
        int[] after6 = sheet.At(6) == 1 ? [7] : [];
        return [1, 2, .. after2, 6, .. after6];
    }
}
