using System.Globalization;
using Sbirt.Service.Pages;

namespace Sbirt.Service.Reports;

/// <summary>Draws counts as small pictures that read on a phone: 400 units wide, labels above their bars, no style inside.</summary>
internal static class Plots
{
    private const double Width = 400;
    private const double BarHeight = 16;
    private const double RowHeight = 44;

    /// <summary>One bar a row, cut into parts; the longest bar fills the width.</summary>
    public static Html Bars(string title, string description, IReadOnlyList<PlotRow> rows)
    {
        var most = Math.Max(1, rows.Max(row => row.Parts.Sum(part => part.Count)));
        var svg = Begin(title, description, rows.Count * RowHeight);
        for (var number = 0; number < rows.Count; number++)
        {
            var (row, top) = (rows[number], number * RowHeight);
            svg.Add($"""<text x="0" y="{top + 15}">{row.Label}</text><text x="{Width}" y="{top + 15}" text-anchor="end">{row.Parts.Sum(part => part.Count)}</text>""");
            var left = 0.0;
            foreach (var part in row.Parts.Where(part => part.Count > 0))
            {
                var wide = Width * part.Count / most;
                svg.Add($"""<rect class="{part.Class}" x="{Round(left)}" y="{top + 21}" width="{Round(Math.Max(wide - 1, 0.5))}" height="{BarHeight}"/>""");
                left += wide;
            }
        }

        return svg.AddPlain("</svg>");
    }

    /// <summary>One column for each month, cut into parts.</summary>
    public static Html Columns(string title, string description, IReadOnlyList<PlotRow> months)
    {
        const double Height = 190;
        const double Bottom = 160;
        const double Top = 18;
        const double Left = 34;
        const int MostLabels = 7;
        var most = Math.Max(1, months.Max(month => month.Parts.Sum(part => part.Count)));
        var step = (Width - Left) / months.Count;
        var svg = Begin(title, description, Height);
        svg.Add($"""<line class="axis" x1="{Left}" y1="{Top}" x2="{Width}" y2="{Top}"/><line class="axis" x1="{Left}" y1="{Bottom}" x2="{Width}" y2="{Bottom}"/>""");
        svg.Add($"""<text class="tick" x="{Left - 5}" y="{Top + 4}" text-anchor="end">{most}</text><text class="tick" x="{Left - 5}" y="{Bottom + 4}" text-anchor="end">0</text>""");
        var every = (months.Count + MostLabels - 1) / MostLabels;
        for (var number = 0; number < months.Count; number++)
        {
            var (left, bottom) = (Left + (number * step), Bottom);
            foreach (var part in months[number].Parts.Where(part => part.Count > 0))
            {
                var high = (Bottom - Top) * part.Count / most;
                svg.Add($"""<rect class="{part.Class}" x="{Round(left + (step * 0.12))}" y="{Round(bottom - high)}" width="{Round(step * 0.76)}" height="{Round(Math.Max(high - 0.5, 0.5))}"/>""");
                bottom -= high;
            }

            if ((months.Count - 1 - number) % every == 0)
            {
                svg.Add($"""<text class="tick" x="{Round(Math.Min(left + (step / 2), Width - 22))}" y="{Bottom + 18}" text-anchor="middle">{months[number].Label}</text>""");
            }
        }

        return svg.AddPlain("</svg>");
    }

    /// <summary>From the first to the third quartile with the median, on a logarithmic scale of seconds.</summary>
    /// <param name="say">A number of seconds in words.</param>
    public static Html Ranges(string title, string description, IReadOnlyList<PlotRange> rows, Func<decimal, string> say)
    {
        const double Right = Width - 20;
        decimal[] ticks = [1, 10, 60, 600, 3600, 21600, 86400, 604800, 2592000];
        var end = (double)ticks.Append(rows.Max(row => row.ThreeQuarters)).First(tick => tick >= rows.Max(row => row.ThreeQuarters));
        var svg = Begin(title, description, (rows.Count * RowHeight) + 24);
        foreach (var tick in ticks.Where(tick => (double)tick <= end))
        {
            svg.Add($"""<line class="axis" x1="{At(tick)}" y1="0" x2="{At(tick)}" y2="{rows.Count * RowHeight}"/>""");
        }

        for (var number = 0; number < rows.Count; number++)
        {
            var (row, top) = (rows[number], number * RowHeight);
            svg.Add($"""<text x="0" y="{top + 15}">{row.Label}</text><text x="{Width}" y="{top + 15}" text-anchor="end">{say(row.Half)}</text>""");
            svg.Add($"""<rect class="range" x="{At(row.Quarter)}" y="{top + 23}" width="{Math.Max(At(row.ThreeQuarters) - At(row.Quarter), 2)}" height="10"/><rect class="middle" x="{At(row.Half) - 2}" y="{top + 19}" width="4" height="18"/>""");
        }

        foreach (var tick in Labelled(ticks.Where(tick => (double)tick <= end)))
        {
            svg.Add($"""<text class="tick" x="{At(tick)}" y="{(rows.Count * RowHeight) + 16}" text-anchor="middle">{say(tick)}</text>""");
        }

        return svg.AddPlain("</svg>");

        double At(decimal seconds) => Round(14 + ((Right - 14) * Math.Log((double)Math.Max(seconds, 1)) / Math.Max(Math.Log(end), 1)));

        IEnumerable<decimal> Labelled(IEnumerable<decimal> shown)
        {
            var last = double.NegativeInfinity;
            foreach (var tick in shown.Where(tick => At(tick) - last >= 44))
            {
                last = At(tick);
                yield return tick;
            }
        }
    }

    /// <summary>The small square that tells in a legend which part is which.</summary>
    public static Html Swatch(string part) =>
        new Html().Add($"""<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="{part}" width="10" height="10"/></svg>""");

    private static Html Begin(string title, string description, double height) => new Html().Add(
        $"""<svg viewBox="0 0 {Width.ToString(CultureInfo.InvariantCulture)} {Round(height)}" role="img" aria-label="{title}: {description}">""");

    private static double Round(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero);
}

/// <summary>A row or column: what it is about, and its parts in order.</summary>
internal sealed record PlotRow(string Label, params IReadOnlyList<PlotPart> Parts);

/// <param name="Class">Class of the style that colours it.</param>
internal sealed record PlotPart(string Class, int Count);

/// <summary>Three quartiles in seconds.</summary>
internal sealed record PlotRange(string Label, decimal Quarter, decimal Half, decimal ThreeQuarters);
