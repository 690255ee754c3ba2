using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>Days and months as people write them.</summary>
internal static class LetterDates
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Day(DateOnly day, Language language) => language == Language.En
        ? day.ToString("d MMMM yyyy", English)
        : string.Create(English, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <param name="month">yyyymm.</param>
    public static string Month(int month, Language language) => language == Language.En
        ? new DateOnly(month / 100, month % 100, 1).ToString("MMMM yyyy", English)
        : string.Create(English, $"{month / 100}年{month % 100}月");
}
