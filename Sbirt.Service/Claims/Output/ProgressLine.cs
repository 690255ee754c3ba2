using System.Globalization;
using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>How far a scan is, in one line for a log.</summary>
internal static class ProgressLine
{
    private const double Million = 1_000_000;

    /// <summary>e.g. <c>reading 50 %, 612 MB/s, 0:12 left</c>, and then <c>persons 40 %</c>.</summary>
    public static string Text(ScanProgress progress, TimeSpan elapsed, Language language)
    {
        if (progress.Planned == 0)
        {
            return Say(language, $"ファイルを探しています", $"looking for files");
        }

        if (progress.Assembled > 0 || progress.Read >= progress.Planned)
        {
            return Say(language, $"集計 {progress.Assembled * 100:F0} %", $"persons {progress.Assembled * 100:F0} %");
        }

        var share = Say(language, $"読込 {100.0 * progress.Read / progress.Planned:F0} %", $"reading {100.0 * progress.Read / progress.Planned:F0} %");
        return Pace(progress, elapsed, language) is { Length: > 0 } pace ? $"{share}{Say(language, $"、", $", ")}{pace}" : share;
    }

    /// <summary>
    /// e.g. <c>612 MB/s, 0:12 left</c>; empty while nothing can be told. What was read before a stop took no time and says
    /// nothing of the rate.
    /// </summary>
    public static string Pace(ScanProgress progress, TimeSpan elapsed, Language language)
    {
        var rate = elapsed > TimeSpan.Zero ? (progress.Read - progress.Kept) / elapsed.TotalSeconds : 0;
        if (rate <= 0)
        {
            return "";
        }

        var left = TimeSpan.FromSeconds(Math.Max(0, progress.Planned - progress.Read) / rate);
        return Say(
            language,
            $"{rate / Million:F0} MB/秒、残り {(int)left.TotalMinutes}:{left.Seconds:D2}",
            $"{rate / Million:F0} MB/s, {(int)left.TotalMinutes}:{left.Seconds:D2} left");
    }

    private static string Say(Language language, FormattableString ja, FormattableString en) =>
        (language == Language.En ? en : ja).ToString(CultureInfo.InvariantCulture);
}
