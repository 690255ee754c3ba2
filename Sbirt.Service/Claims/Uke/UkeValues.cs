namespace Sbirt.Service.Claims.Uke;

/// <summary>Numbers and dates as claims write them: western (8 or 6 digits) or by era (7 or 5 digits, the first telling the era).</summary>
internal static class UkeValues
{
    // 1 明治, 2 大正, 3 昭和, 4 平成, 5 令和: the year before the first of the era.
    private static readonly int[] YearBeforeEra = [0, 1867, 1911, 1925, 1988, 2018];

    // The last day of an era is a matter of law, but forms went on writing 平成31年5月: such a year is read as it is meant.
    private const int MostYearOfEra = 99;

    /// <summary>A whole number without a sign; null: empty or none.</summary>
    public static int? Number(ReadOnlySpan<byte> field) =>
        field.Length is > 0 and < 10 && Digits(field) is >= 0 and var value ? value : null;

    /// <summary>A month as yyyymm, or null.</summary>
    public static int? Month(ReadOnlySpan<byte> field)
    {
        if (Number(field) is not { } number || field.Length is not (5 or 6))
        {
            return null;
        }

        var year = field.Length == 6 ? number / 100 : Year(number / 10_000, number / 100 % 100);
        var month = number % 100;
        return year is >= 1868 and <= 2200 && month is >= 1 and <= 12 ? (year.Value * 100) + month : null;
    }

    /// <summary>A day, or null.</summary>
    public static DateOnly? Day(ReadOnlySpan<byte> field)
    {
        if (Number(field) is not { } number || field.Length is not (7 or 8))
        {
            return null;
        }

        var year = field.Length == 8 ? number / 10_000 : Year(number / 1_000_000, number / 10_000 % 100);
        var (month, day) = (number / 100 % 100, number % 100);
        return year is >= 1868 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month)
            ? new DateOnly(year.Value, month, day)
            : null;
    }

    /// <summary>An amount of at most five whole and five decimal digits, in hundred-thousandths; null: empty or none.</summary>
    public static long? Amount(ReadOnlySpan<byte> field)
    {
        const int Decimals = 5;
        var point = field.IndexOf((byte)'.');
        var whole = point < 0 ? field : field[..point];
        var part = point < 0 ? default : field[(point + 1)..];
        if (part.Length > Decimals || (point >= 0 && part.IsEmpty) || Number(whole) is not { } units)
        {
            return null;
        }

        var parts = part.IsEmpty ? 0 : Number(part);
        for (var at = part.Length; at < Decimals; at++)
        {
            parts *= 10;
        }

        return parts is null ? null : (units * 100_000L) + parts;
    }

    // -1: something else than digits is there. A loop: most numbers have one to nine digits, and a call for each would cost more.
    private static int Digits(ReadOnlySpan<byte> field)
    {
        var value = 0;
        foreach (var digit in field)
        {
            var number = (uint)(digit - '0');
            if (number > 9)
            {
                return -1;
            }

            value = (value * 10) + (int)number;
        }

        return value;
    }

    private static int? Year(int era, int year) =>
        era >= 1 && era < YearBeforeEra.Length && year is >= 1 and <= MostYearOfEra ? YearBeforeEra[era] + year : null;
}
