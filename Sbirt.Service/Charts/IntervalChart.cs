using System.Globalization;
using Sbirt.Service.Pages;
using static Sbirt.Service.Charts.ChartFrame;

namespace Sbirt.Service.Charts;

/// <summary>Estimates with their confidence intervals along one axis, and a line where nothing changed.</summary>
internal static class IntervalChart
{
    private const double RowHeight = 46;
    private const double LineHeight = 15;
    private const int MostLabels = 5;
    private const double Left = 8;
    private const double Right = Width - 8;

    /// <param name="unit">Stands behind the numbers of the axis, e.g. <c> %</c>.</param>
    public static Html Draw(string title, string description, IReadOnlyList<ChartInterval> rows, string unit)
    {
        var all = rows.SelectMany(row => row.Lines).SelectMany(line => new[] { line.Low, line.High }).Append(0).ToList();
        var step = Step(Math.Max(all.Max() - all.Min(), 1));
        var (from, to) = (Math.Floor(all.Min() / step) * step, Math.Ceiling(all.Max() / step) * step);
        var rowHeight = RowHeight + (LineHeight * (rows.Max(row => row.Lines.Count) - 1));
        var bottom = rows.Count * rowHeight;
        var svg = Begin(title, description, bottom + 22);
        var (first, last) = ((int)Math.Round(from / step), (int)Math.Round(to / step));
        var every = ((last - first) / MostLabels) + 1;
        for (var tick = first; tick <= last; tick++)
        {
            var value = Math.Round(tick * step, 6);
            svg.Add($"""<line class="{(tick == 0 ? "zero" : "axis")}" x1="{At(value)}" y1="0" x2="{At(value)}" y2="{bottom}"/>""");
            if (tick % every == 0)
            {
                svg.Add($"""<text class="tick" x="{Inside(At(value))}" y="{bottom + 16}" text-anchor="middle">{value.ToString("+0.##;−0.##;0", CultureInfo.InvariantCulture)}{unit}</text>""");
            }
        }

        for (var number = 0; number < rows.Count; number++)
        {
            var (row, y) = (rows[number], (number * rowHeight) + 15);
            svg.Add($"""<text class="halo" x="0" y="{y}">{row.Label}</text>""");
            foreach (var line in row.Lines)
            {
                y += LineHeight;
                svg.Add($"""<line class="whisker {line.Class}" x1="{At(line.Low)}" y1="{y}" x2="{At(line.High)}" y2="{y}"/><circle class="{line.Class}" cx="{At(line.Middle)}" cy="{y}" r="4.5"/>""");
            }
        }

        return svg.AddPlain("</svg>");

        double At(double value) => Round(Left + ((Right - Left) * (value - from) / Math.Max(to - from, 1e-9)));
    }
}

/// <summary>What is estimated, and its lines under one another.</summary>
internal sealed record ChartInterval(string Label, params IReadOnlyList<ChartEstimate> Lines);

/// <param name="Class">Class of the style that colours it.</param>
internal sealed record ChartEstimate(string Class, double Low, double Middle, double High);
