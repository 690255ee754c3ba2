using Sbirt.Service.Pages;
using static Sbirt.Service.Charts.ChartFrame;

namespace Sbirt.Service.Charts;

/// <summary>Lines from a mean before to a mean after, in panels beside one another with one scale that begins at nought.</summary>
internal static class SlopeChart
{
    private const double Height = 168;
    private const double Top = 30;
    private const double Bottom = 140;
    private const double Near = 11;

    /// <param name="say">A mean in words.</param>
    public static Html Draw(string title, string description, string before, string after, IReadOnlyList<ChartPanel> panels, Func<double, string> say)
    {
        var most = Math.Max(panels.SelectMany(panel => panel.Slopes).Max(slope => Math.Max(slope.Before, slope.After)), 1e-9);
        var wide = Width / panels.Count;
        var svg = Begin(title, description, Height);
        for (var number = 0; number < panels.Count; number++)
        {
            var (panel, left) = (panels[number], number * wide);
            var (from, to) = (Round(left + 52), Round(left + wide - 52));
            svg.Add($"""<text x="{Round(left + (wide / 2))}" y="14" text-anchor="middle">{panel.Label}</text><line class="axis" x1="{from}" y1="{Bottom}" x2="{to}" y2="{Bottom}"/>""");
            svg.Add($"""<text class="tick" x="{from}" y="{Bottom + 17}" text-anchor="middle">{before}</text><text class="tick" x="{to}" y="{Bottom + 17}" text-anchor="middle">{after}</text>""");
            foreach (var slope in panel.Slopes)
            {
                svg.Add($"""<line class="slope {slope.Class}" x1="{from}" y1="{At(slope.Before)}" x2="{to}" y2="{At(slope.After)}"/><circle class="{slope.Class}" cx="{from}" cy="{At(slope.Before)}" r="4"/><circle class="{slope.Class}" cx="{to}" cy="{At(slope.After)}" r="4"/>""");
            }

            foreach (var (y, slope) in Apart(panel.Slopes, slope => slope.Before))
            {
                svg.Add($"""<text class="tick" x="{from - 8}" y="{Round(y + 4)}" text-anchor="end">{say(slope.Before)}</text>""");
            }

            foreach (var (y, slope) in Apart(panel.Slopes, slope => slope.After))
            {
                svg.Add($"""<text class="tick" x="{to + 8}" y="{Round(y + 4)}">{say(slope.After)}</text>""");
            }
        }

        return svg.AddPlain("</svg>");

        double At(double value) => Round(Bottom - ((Bottom - Top) * value / most));

        // Two numbers at one height would cover each other.
        IEnumerable<(double Y, ChartSlope Slope)> Apart(IReadOnlyList<ChartSlope> slopes, Func<ChartSlope, double> value)
        {
            var last = double.NegativeInfinity;
            foreach (var slope in slopes.OrderByDescending(value))
            {
                last = Math.Max(At(value(slope)), last + Near);
                yield return (last, slope);
            }
        }
    }
}

internal sealed record ChartPanel(string Label, params IReadOnlyList<ChartSlope> Slopes);

/// <param name="Class">Class of the style that colours it.</param>
internal sealed record ChartSlope(string Class, double Before, double After);
