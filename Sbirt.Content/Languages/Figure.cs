using System.Globalization;

namespace Sbirt.Content.Languages;

/// <summary>Numbers in sentences: the same digits on every machine, no trailing zeros.</summary>
public static class Figure
{
    public static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
