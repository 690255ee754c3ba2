using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// TAPS-1 and NIDA's quick screen: how often in the past year, counted from never (0) upwards; anything
/// but never is positive for that substance.
/// </summary>
internal static class UseFrequencyOracle
{
    /// <summary>
    /// TAPS-1 items: tobacco, drinking asked of men, drinking asked of women, illegal drugs, prescription
    /// medicine. Only the drinking item of the person's sex counts; either one when the sex is not told.
    /// </summary>
    public static IReadOnlySet<string> TapsPositives(OracleSheet sheet)
    {
        var men = sheet.Sex is Sex.Male or null ? sheet.At(2) ?? 0 : 0;
        var women = sheet.Sex is Sex.Female or null ? sheet.At(3) ?? 0 : 0;
        return Positives(
            ("tobacco", sheet.At(1) ?? 0),
            ("alcohol", Math.Max(men, women)),
            ("illegal-drugs", sheet.At(4) ?? 0),
            ("prescription-drugs", sheet.At(5) ?? 0));
    }

    /// <summary>NIDA quick screen items: heavy drinking days, tobacco, prescription medicine, illegal drugs.</summary>
    public static IReadOnlySet<string> NidaPositives(OracleSheet sheet) => Positives(
        ("alcohol", sheet.At(1) ?? 0),
        ("tobacco", sheet.At(2) ?? 0),
        ("prescription-drugs", sheet.At(3) ?? 0),
        ("illegal-drugs", sheet.At(4) ?? 0));

    private static HashSet<string> Positives(params (string Substance, int Frequency)[] answers) =>
        [.. answers.Where(answer => answer.Frequency > 0).Select(answer => answer.Substance)];
}
