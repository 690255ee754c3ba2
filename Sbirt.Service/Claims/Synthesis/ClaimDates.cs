namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Dates as claims hold them: numbers yyyymmdd and yyyymm, or by era with its code before (3 昭和, 4 平成, 5 令和).</summary>
internal static class ClaimDates
{
    private const int Reiwa = 20190501;
    private const int Heisei = 19890108;

    public static int Of(DateOnly day) => (((day.Year * 100) + day.Month) * 100) + day.Day;

    public static int DaysIn(int month) => DateTime.DaysInMonth(month / 100, month % 100);

    public static RecordBytes Day(this RecordBytes to, int day, bool byEra) => to.Field(byEra ? ByEra(day, day, 10_000) : day);

    public static RecordBytes Month(this RecordBytes to, int month, bool byEra) => to.Field(byEra ? ByEra(month, (month * 100) + 1, 100) : month);

    private static int ByEra(int written, int day, int inYear)
    {
        var (era, before) = day >= Reiwa ? (5, 2018) : day >= Heisei ? (4, 1988) : (3, 1925);
        return (((era * 100) + (written / inYear) - before) * inYear) + (written % inYear);
    }
}
