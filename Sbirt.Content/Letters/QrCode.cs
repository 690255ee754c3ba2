using System.Globalization;
using System.Text;
using QRCoder;

namespace Sbirt.Content.Letters;

/// <summary>A QR code as inline SVG: sharp on paper, nothing fetched. What it holds is exactly the text it is given.</summary>
internal static class QrCode
{
    /// <param name="title">What a reader hears who cannot see it; must be escaped already.</param>
    public static string Svg(string text, string title)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules[row].Count; column++)
            {
                if (modules[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return $"""<svg class="qr" role="img" viewBox="0 0 {modules.Count} {modules.Count}" shape-rendering="crispEdges"><title>{title}</title><path d="{path}"/></svg>""";
    }
}
