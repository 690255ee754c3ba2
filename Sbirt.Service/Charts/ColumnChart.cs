using Sbirt.Service.Pages;
using static Sbirt.Service.Charts.ChartFrame;

namespace Sbirt.Service.Charts;

/// <summary>Columns side by side, cut into parts.</summary>
internal static class ColumnChart
{
    private const double Height = 190;
    private const double Bottom = 160;
    private const double Top = 18;
    private const int MostLabels = 8;
    private const double KeptBackHeight = 10;

    /// <summary>One column for each of many; with a number above each when there are few.</summary>
    public static Html Draw(string title, string description, IReadOnlyList<ChartRow> columns)
    {
        var most = Math.Max(1, columns.Max(column => column.Sum));
        var left = 12 + (7 * Number(most).Length);
        var step = (Width - left) / columns.Count;
        var isSaid = columns.Count <= MostLabels;
        var every = (columns.Count + MostLabels - 1) / MostLabels;
        var svg = Begin(title, description, Height);
        svg.Add($"""<line class="axis" x1="{left}" y1="{Top}" x2="{Width}" y2="{Top}"/><line class="axis" x1="{left}" y1="{Bottom}" x2="{Width}" y2="{Bottom}"/>""");
        svg.Add($"""<text class="tick" x="{left - 5}" y="{Top + 4}" text-anchor="end">{Number(most)}</text><text class="tick" x="{left - 5}" y="{Bottom + 4}" text-anchor="end">0</text>""");
        for (var number = 0; number < columns.Count; number++)
        {
            var column = columns[number];
            var (from, bottom) = (left + (number * step), Bottom);
            foreach (var part in column.Parts.Where(part => part.Count != 0))
            {
                var high = part.Count is { } count ? (Bottom - Top) * count / most : KeptBackHeight;
                svg.Add($"""<rect class="{part.Class}{(part.Count is null ? " kept" : "")}" x="{Round(from + (step * 0.12))}" y="{Round(bottom - high)}" width="{Round(step * 0.76)}" height="{Round(Math.Max(high - 0.5, 0.5))}"/>""");
                bottom -= high;
            }

            if (isSaid)
            {
                svg.Add($"""<text class="tick" x="{Round(from + (step / 2))}" y="{Round(Math.Max(bottom - 4, Top - 4))}" text-anchor="middle">{column.Said}</text>""");
            }

            if ((columns.Count - 1 - number) % every == 0)
            {
                svg.Add($"""<text class="tick" x="{Inside(from + (step / 2))}" y="{Bottom + 18}" text-anchor="middle">{column.Label}</text>""");
            }
        }

        return svg.AddPlain("</svg>");
    }
}
