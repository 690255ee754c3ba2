using System.Globalization;
using Sbirt.Service.Pages;

namespace Sbirt.Service.Charts;

/// <summary>What all our pictures share: 400 units wide so that they read on a phone, a title and a description inside, no style.</summary>
internal static class ChartFrame
{
    public const double Width = 400;

    public static Html Begin(string title, string description, double height) => new Html().Add(
        $"""<svg viewBox="0 0 {Width} {Round(height)}" role="img"><title>{title}</title><desc>{description}</desc>""");

    /// <summary>Texts stay readable where they meet the edge.</summary>
    public static double Inside(double x, double margin = 22) => Round(Math.Clamp(x, margin, Width - margin));

    public static double Round(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero);

    /// <summary>A number of people with a thin space between thousands.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Steps of 1, 2 or 5 times a power of ten, four to eight over the length.</summary>
    public static double Step(double length)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(length, 1e-9) / 4)));
        return power * ((length / 4 / power) switch { < 2 => 1, < 5 => 2, _ => 5 });
    }

    /// <summary>The small square that tells in a legend which part is which.</summary>
    public static Html Swatch(string part) =>
        new Html().Add($"""<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="{part}" width="10" height="10"/></svg>""");
}

/// <summary>A row or column: what it is about, and its parts in order.</summary>
internal sealed record ChartRow(string Label, params IReadOnlyList<ChartPart> Parts)
{
    public bool IsWhole => Parts.All(part => part.Count is not null);

    public long Sum => Parts.Sum(part => part.Count ?? 0);

    /// <summary>The sum; of what is kept back in part, each part by itself.</summary>
    public string Said => IsWhole ? ChartFrame.Number(Sum) : string.Join(" + ", Parts.Where(part => part.Count != 0).Select(part => part.Count is { } count ? ChartFrame.Number(count) : KeptBack));

    /// <summary>Stands where a count is kept back.</summary>
    public const string KeptBack = "∗";
}

/// <param name="Class">Class of the style that colours it.</param>
/// <param name="Count">Null: it is kept back, and its size is not drawn.</param>
internal sealed record ChartPart(string Class, long? Count);
