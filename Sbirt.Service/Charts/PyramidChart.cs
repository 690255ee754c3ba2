using Sbirt.Service.Pages;
using static Sbirt.Service.Charts.ChartFrame;

namespace Sbirt.Service.Charts;

/// <summary>Two groups back to back, band over band, the first band at the bottom.</summary>
internal static class PyramidChart
{
    private const double RowHeight = 22;
    private const double Top = 24;
    private const double Middle = Width / 2;
    private const double HalfGap = 34;
    private const double NumberRoom = 34;
    private const double KeptBackWidth = 10;

    /// <param name="left">The group on the left: its name and the class that colours it.</param>
    /// <param name="bands">From the lowest: the label, and how many on the left and on the right; null: kept back.</param>
    public static Html Draw(string title, string description, (string Name, string Class) left, (string Name, string Class) right, IReadOnlyList<(string Label, long? Left, long? Right)> bands)
    {
        const double Room = Middle - HalfGap - NumberRoom;
        var most = Math.Max(1, bands.Max(band => Math.Max(band.Left ?? 0, band.Right ?? 0)));
        var svg = Begin(title, description, Top + (bands.Count * RowHeight));
        svg.Add($"""<text x="{Middle - HalfGap}" y="14" text-anchor="end">{left.Name}</text><text x="{Middle + HalfGap}" y="14">{right.Name}</text>""");
        for (var number = 0; number < bands.Count; number++)
        {
            var (label, onLeft, onRight) = bands[bands.Count - 1 - number];
            var y = Top + (number * RowHeight);
            var (leftWide, rightWide) = (Wide(onLeft), Wide(onRight));
            svg.Add($"""<text class="tick" x="{Middle}" y="{y + 14}" text-anchor="middle">{label}</text>""");
            svg.Add($"""{Bar(left.Class, onLeft, Middle - HalfGap - leftWide, y, leftWide)}<text class="tick" x="{Round(Middle - HalfGap - leftWide - 4)}" y="{y + 14}" text-anchor="end">{Said(onLeft)}</text>""");
            svg.Add($"""{Bar(right.Class, onRight, Middle + HalfGap, y, rightWide)}<text class="tick" x="{Round(Middle + HalfGap + rightWide + 4)}" y="{y + 14}">{Said(onRight)}</text>""");
        }

        return svg.AddPlain("</svg>");

        double Wide(long? count) => count is { } told ? Room * told / most : KeptBackWidth;

        static string Said(long? count) => count is { } told ? Number(told) : ChartRow.KeptBack;
    }

    private static Html Bar(string style, long? count, double x, double y, double wide) => count == 0 ? new Html() : new Html().Add(
        $"""<rect class="{style}{(count is null ? " kept" : "")}" x="{Round(x)}" y="{y + 2}" width="{Round(Math.Max(wide, 0.5))}" height="{RowHeight - 5}"/>""");
}
