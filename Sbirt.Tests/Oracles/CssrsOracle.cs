namespace Sbirt.Tests.Oracles;

/// <summary>
/// Columbia screener (Posner 2011), yes/no: 1 wish to be dead, 2 suicidal thoughts, 3 method, 4 intent, 5
/// plan and intent, 6 behaviour in a lifetime, 7 the same in the past three months. 3-5 are asked only after
/// a yes to 2, and 7 only after a yes to 6. Where sources disagree about 4 (moderate or high), high is taken.
/// </summary>
internal static class CssrsOracle
{
    /// <summary>
    /// 0 none, 1 low, 2 moderate, 3 high; null while an answer that is still missing could change the level.
    /// </summary>
    public static int? Triage(OracleSheet sheet)
    {
        var (ifNo, ifYes) = (Level(Completed(sheet, 0)), Level(Completed(sheet, 1)));
        return ifNo == ifYes ? ifNo : null;
    }

    public static string Band(int triage) => triage switch
    {
        0 => "none",
        1 => "low",
        2 => "moderate",
        _ => "high",
    };

    /// <summary>Any yes at all, even to a question that would not have been put.</summary>
    public static bool OpensSafetyPath(OracleSheet sheet) => sheet.Answers.Values.Contains(1);

    /// <summary>The questions that are put to the person, given the answers so far.</summary>
    public static IReadOnlyList<int> Asked(OracleSheet sheet)
    {
        int[] after2 = sheet.At(2) == 1 ? [3, 4, 5] : [];
        int[] after6 = sheet.At(6) == 1 ? [7] : [];
        return [1, 2, .. after2, 6, .. after6];
    }

    private static int Level(OracleSheet sheet)
    {
        var yes = Asked(sheet).Where(item => sheet.At(item) == 1).ToHashSet();
        if (yes.Overlaps([4, 5, 7]))
        {
            return 3;
        }

        return yes.Overlaps([3, 6]) ? 2 : Math.Min(yes.Count, 1);
    }

    private static OracleSheet Completed(OracleSheet sheet, int missing) =>
        new(Enumerable.Range(1, 7).ToDictionary(item => item, item => sheet.At(item) ?? missing));
}
