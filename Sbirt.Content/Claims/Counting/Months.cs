namespace Sbirt.Content.Claims.Counting;

/// <summary>Months as numbers that follow one another, beside yyyymm.</summary>
internal static class Months
{
    private const int InYear = 12;
    private const int Hundred = 100;

    public static int NumberOf(int yyyymm) => ((yyyymm / Hundred) * InYear) + (yyyymm % Hundred) - 1;

    public static int NumberOf(DateOnly day) => (day.Year * InYear) + day.Month - 1;

    public static int Written(int month) => ((month / InYear) * Hundred) + (month % InYear) + 1;

    public static DateOnly FirstDay(int month) => new(month / InYear, (month % InYear) + 1, 1);

    public static DateOnly LastDay(int month) => new(month / InYear, (month % InYear) + 1, DateTime.DaysInMonth(month / InYear, (month % InYear) + 1));

    /// <summary>True for yyyymm from 190001 to 299912.</summary>
    public static bool IsMonth(int yyyymm) => yyyymm is >= 1900_01 and <= 2999_12 && yyyymm % Hundred is >= 1 and <= InYear;

    /// <summary>Whole months from a day to a later one.</summary>
    public static int Between(DateOnly from, DateOnly to) => NumberOf(to) - NumberOf(from) - (to.Day < from.Day && to.Day < DateTime.DaysInMonth(to.Year, to.Month) ? 1 : 0);
}
