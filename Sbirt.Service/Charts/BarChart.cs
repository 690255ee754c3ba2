using Sbirt.Service.Pages;
using static Sbirt.Service.Charts.ChartFrame;

namespace Sbirt.Service.Charts;

/// <summary>One bar a row, cut into parts, its label above it; the longest fills the width.</summary>
internal static class BarChart
{
    private const double BarHeight = 16;
    private const double RowHeight = 44;

    /// <summary>The same small box for every count that is kept back.</summary>
    private const double KeptBackWidth = 12;

    public static Html Draw(string title, string description, IReadOnlyList<ChartRow> rows)
    {
        var most = Math.Max(1, rows.Max(row => row.Sum));
        var room = Width - (KeptBackWidth * rows.Max(row => row.Parts.Count(part => part.Count is null)));
        var svg = Begin(title, description, rows.Count * RowHeight);
        for (var number = 0; number < rows.Count; number++)
        {
            var (row, top) = (rows[number], number * RowHeight);
            svg.Add($"""<text x="0" y="{top + 15}">{row.Label}</text><text x="{Width}" y="{top + 15}" text-anchor="end">{row.Said}</text>""");
            var left = 0.0;
            foreach (var part in row.Parts.Where(part => part.Count != 0))
            {
                var wide = part.Count is { } count ? room * count / most : KeptBackWidth;
                svg.Add($"""<rect class="{part.Class}{(part.Count is null ? " kept" : "")}" x="{Round(left)}" y="{top + 21}" width="{Round(Math.Max(wide - 1, 0.5))}" height="{BarHeight}"/>""");
                left += wide;
            }
        }

        return svg.AddPlain("</svg>");
    }
}
