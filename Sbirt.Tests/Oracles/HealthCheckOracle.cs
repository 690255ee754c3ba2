using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// The two drinking questions of the Japanese health check (2024): how often (0 daily, 1 five to six days
/// a week, 2 three to four, 3 one to two, 4 one to three days a month, 5 less, 6 stopped, 7 does not drink)
/// and 合 of sake a day (0 below 1, 1 one to two, 2 two to three, 3 three to five, 4 five or more).
/// One 合 is 22 g; middles 0.5, 1.5, 2.5, 4, 5.5 合.
/// </summary>
internal static class HealthCheckOracle
{
    private const decimal GramsPerGo = 22m;
    private static readonly decimal[] Go = [0.5m, 1.5m, 2.5m, 4m, 5.5m];

    /// <summary>
    /// Grams a day at the middle of each range. Drinking less than weekly has no agreed middle: null.
    /// </summary>
    public static decimal? GramsPerDay(OracleSheet sheet)
    {
        decimal? daysPerWeek = sheet.At(1) switch
        {
            0 => 7m,
            1 => 5.5m,
            2 => 3.5m,
            3 => 1.5m,
            6 or 7 => 0m,
            _ => null,
        };
        if (daysPerWeek == 0m)
        {
            return 0m;
        }

        return sheet.At(2) is { } amount ? daysPerWeek / 7m * Go[amount] * GramsPerGo : null;
    }

    /// <summary>The upper limit for drinking less than weekly: three days a month at the middle amount.</summary>
    public static decimal HighestGramsWhenLessThanWeekly(int amount) => 3m / 28m * Go[amount] * GramsPerGo;

    /// <summary>Men from 40 g, women from 20 g a day; 20 g when the sex is not told.</summary>
    public static bool IsRisky(decimal gramsPerDay, Sex? sex) => gramsPerDay >= (sex == Sex.Male ? 40m : 20m);
}
