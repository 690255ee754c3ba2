namespace Sbirt.Tests.Oracles;

/// <summary>
/// CRAFFT 2.1 (Boston Children's Hospital). Positions 1-3: days of drinking, cannabis and anything else in the
/// past 12 months; 4-9: car, relax, alone, forget, family or friends, trouble (yes/no). With no day at all only
/// the car question is put. One point for each yes, 2 or more is a positive screen.
/// </summary>
internal static class CrafftOracle
{
    private static readonly OracleBands Bands = new((0, "zero"), (1, "one"), (2, "positive"));

    /// <summary>0-6; null while an answer that is still missing is or may yet be asked for.</summary>
    public static int? Total(OracleSheet sheet)
    {
        int?[] days = [sheet.At(1), sheet.At(2), sheet.At(3)];
        if (days.All(count => count == 0))
        {
            return sheet.At(4);
        }

        return days.Any(count => count > 0)
            ? OracleTotal.Of(Enumerable.Range(4, 6).Select(sheet.At))
            : null;
    }

    public static string Band(int total) => Bands.Of(total);
}
