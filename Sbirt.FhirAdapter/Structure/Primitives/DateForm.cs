namespace Sbirt.FhirAdapter.Structure.Primitives;

/// <summary>
/// The written forms of date, dateTime, instant and time. A day must exist in its month; a leap second (60) is
/// allowed; a time of day needs seconds and, in dateTime and instant, a zone.
/// </summary>
internal static class DateForm
{
    /// <summary>YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public static bool IsDate(ReadOnlySpan<byte> value)
    {
        if (value.Length is not (4 or 7 or 10) || !Digits(value[..4], out var year) || year == 0)
        {
            return false;
        }

        if (value.Length == 4)
        {
            return true;
        }

        if (value[4] != '-' || !Digits(value.Slice(5, 2), out var month) || month is < 1 or > 12)
        {
            return false;
        }

        return value.Length == 7
            || (value[7] == '-'
                && Digits(value.Slice(8, 2), out var day)
                && day >= 1
                && day <= DateTime.DaysInMonth(year, month));
    }

    /// <summary>A date, or a date with time and zone.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> value) =>
        value.Length > 10 ? IsInstant(value) : IsDate(value);

    /// <summary>A date with time and zone.</summary>
    public static bool IsInstant(ReadOnlySpan<byte> value)
    {
        if (value.Length < 20 || !IsDate(value[..10]) || value[10] != 'T')
        {
            return false;
        }

        var zone = value[^1] == 'Z' ? 1 : 6;
        return value.Length >= 19 + zone && IsTime(value[11..^zone]) && (zone == 1 || IsOffset(value[^6..]));
    }

    /// <summary>hh:mm:ss, with a fraction of a second or without.</summary>
    public static bool IsTime(ReadOnlySpan<byte> value)
    {
        if (value.Length < 8
            || value[2] != ':'
            || value[5] != ':'
            || !Digits(value[..2], out var hour)
            || !Digits(value.Slice(3, 2), out var minute)
            || !Digits(value.Slice(6, 2), out var second)
            || hour > 23
            || minute > 59
            || second > 60)
        {
            return false;
        }

        var fraction = value[8..];
        return fraction.IsEmpty
            || (fraction[0] == '.'
                && fraction.Length > 1
                && fraction[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
    }

    // -14:00 to +14:00
    private static bool IsOffset(ReadOnlySpan<byte> value) =>
        value[0] is (byte)'+' or (byte)'-'
        && value[3] == ':'
        && Digits(value.Slice(1, 2), out var hours)
        && Digits(value.Slice(4, 2), out var minutes)
        && minutes <= 59
        && (hours <= 13 || (hours == 14 && minutes == 0));

    private static bool Digits(ReadOnlySpan<byte> value, out int number)
    {
        number = 0;
        foreach (var b in value)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (b - '0');
        }

        return true;
    }
}
