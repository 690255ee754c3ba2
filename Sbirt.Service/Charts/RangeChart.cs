using Sbirt.Service.Pages;
using static Sbirt.Service.Charts.ChartFrame;

namespace Sbirt.Service.Charts;

/// <summary>From the first to the third quartile with the median, on a logarithmic scale of seconds.</summary>
internal static class RangeChart
{
    private const double RowHeight = 44;
    private const double Left = 14;
    private const double Right = Width - 20;

    private static readonly decimal[] Ticks = [1, 10, 60, 600, 3600, 21600, 86400, 604800, 2592000];

    /// <param name="say">A number of seconds in words.</param>
    public static Html Draw(string title, string description, IReadOnlyList<ChartRange> rows, Func<decimal, string> say)
    {
        var end = (double)Ticks.Append(rows.Max(row => row.ThreeQuarters)).First(tick => tick >= rows.Max(row => row.ThreeQuarters));
        var svg = Begin(title, description, (rows.Count * RowHeight) + 24);
        foreach (var tick in Ticks.Where(tick => (double)tick <= end))
        {
            svg.Add($"""<line class="axis" x1="{At(tick)}" y1="0" x2="{At(tick)}" y2="{rows.Count * RowHeight}"/>""");
        }

        for (var number = 0; number < rows.Count; number++)
        {
            var (row, top) = (rows[number], number * RowHeight);
            svg.Add($"""<text x="0" y="{top + 15}">{row.Label}</text><text x="{Width}" y="{top + 15}" text-anchor="end">{say(row.Half)}</text>""");
            svg.Add($"""<rect class="range" x="{At(row.Quarter)}" y="{top + 23}" width="{Math.Max(At(row.ThreeQuarters) - At(row.Quarter), 2)}" height="10"/><rect class="middle" x="{At(row.Half) - 2}" y="{top + 19}" width="4" height="18"/>""");
        }

        foreach (var tick in Labelled(Ticks.Where(tick => (double)tick <= end)))
        {
            svg.Add($"""<text class="tick" x="{At(tick)}" y="{(rows.Count * RowHeight) + 16}" text-anchor="middle">{say(tick)}</text>""");
        }

        return svg.AddPlain("</svg>");

        double At(decimal seconds) => Round(Left + ((Right - Left) * Math.Log((double)Math.Max(seconds, 1)) / Math.Max(Math.Log(end), 1)));

        IEnumerable<decimal> Labelled(IEnumerable<decimal> shown)
        {
            var last = double.NegativeInfinity;
            foreach (var tick in shown.Where(tick => At(tick) - last >= RowHeight))
            {
                last = At(tick);
                yield return tick;
            }
        }
    }
}

/// <summary>Three quartiles in seconds.</summary>
internal sealed record ChartRange(string Label, decimal Quarter, decimal Half, decimal ThreeQuarters);
