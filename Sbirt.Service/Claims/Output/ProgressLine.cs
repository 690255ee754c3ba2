using System.Diagnostics;
using System.Globalization;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>
/// Tells on the error stream how far a scan is: on a terminal one line that renews itself, with rate and remaining time;
/// otherwise a line now and then, for a log.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Width = 30;
    private const double Million = 1_000_000;

    private readonly ScanProgress progress;
    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private readonly long begin = Stopwatch.GetTimestamp();
    private readonly Timer timer;
    private bool isEnded;

    public ProgressLine(ScanProgress progress)
    {
        this.progress = progress;
        var between = isTerminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(30);
        timer = new Timer(_ => Show(), null, between, between);
    }

    public void Dispose()
    {
        if (isEnded)
        {
            return;
        }

        isEnded = true;
        timer.Dispose();
        if (isTerminal)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }

    /// <summary>e.g. <c>[#####.....] 50 % 612 MB/s, 0:12 left</c>.</summary>
    public static string Text(long read, long planned, TimeSpan elapsed)
    {
        var share = planned == 0 ? 0 : Math.Min(1, (double)read / planned);
        var rate = elapsed.TotalSeconds > 0 ? read / elapsed.TotalSeconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds(Math.Max(0, planned - read) / rate) : TimeSpan.Zero;
        var full = (int)(share * Width);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', full)}{new string('.', Width - full)}] {share * 100:F0} % {rate / Million:F0} MB/s, {(int)left.TotalMinutes}:{left.Seconds:D2} left");
    }

    private void Show()
    {
        var text = Text(progress.Read, progress.Planned, Stopwatch.GetElapsedTime(begin));
        Console.Error.Write(isTerminal ? $"\r{text}\u001b[K" : text + Environment.NewLine);
    }
}
